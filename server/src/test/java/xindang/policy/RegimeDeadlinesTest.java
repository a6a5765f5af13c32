package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;

/** What a regime says of times is what the calendar gives, as soon as it is published. */
class RegimeDeadlinesTest {

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");

    @AcceptanceTest
    @Requirement({"QUA-06", "POL-06"})
    void a_deadline_follows_what_is_published() {
        assertThat(due("hnd.contract.within", "2040-01-04")).isEqualTo("P1M 2040-02-04 2040-02-03 true");
        publish("hnd.contract.within", "P10D");
        assertThat(due("hnd.contract.within", "2040-01-04"))
                .as("a Saturday stays; people are reminded on Friday")
                .isEqualTo("P10D 2040-01-14 2040-01-13 true");
        publish("cal.shift", "forward");
        assertThat(due("hnd.contract.within", "2040-01-04")).isEqualTo("P10D 2040-01-16 2040-01-16 true");
        publish("cal.dayCount", "workingDays");
        assertThat(due("hnd.contract.within", "2040-01-04")).isEqualTo("P10D 2040-01-18 2040-01-18 true");
        publish("cal.shift", "none");
        assertThat(due("rpt.contractStats.annualDue", "2043-01-01")).isEqualTo("01-10 2043-01-10 2043-01-09 true");
        publish("cal.reminder", "sameDay");
        assertThat(due("rpt.contractStats.annualDue", "2043-01-01")).isEqualTo("01-10 2043-01-10 2043-01-10 true");
        assertThat(due("hnd.contract.within", "2020-01-02"))
                .as("before anything was published")
                .startsWith("P1M 2020-02-02");
    }

    @ParameterizedTest
    @CsvSource({
        "parameter=rat.scale&since=2040-01-04,           parameter, no-time",
        "parameter=nothing&since=2040-01-04,             parameter, no-time",
        "parameter=hnd.contract.within&since=1949-12-31, since,     outside-calendar"
    })
    void what_says_no_time_is_refused(String query, String field, String why) {
        Answer answer = manager.get("/policy/deadlines?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/reasons/0/field")).isEqualTo(field);
        assertThat(answer.text("/reasons/0/facts/code")).isEqualTo(why);
    }

    private String due(String parameter, String since) {
        Answer answer = manager.get("/policy/deadlines?parameter=" + parameter + "&since=" + since);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.text("/value") + " " + answer.text("/last") + " " + answer.text("/reminder") + " "
                + answer.json().at("/provisional");
    }

    private void publish(String parameter, String value) {
        Draft draft = Draft.start(manager, company.id(), "in-force", null);
        assertThat(draft.set(parameter, "\"" + value + "\"").status()).isEqualTo(200);
        draft.check();
        Answer decided = draft.decide(company.user("leading-group"), "approved");
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }
}
