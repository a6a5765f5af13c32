package xindang.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** What a draft would bring about elsewhere and later. */
class ConsequencesTest {

    private final LocalDate today = LocalDate.now(BusinessClock.ZONE);

    private final Company company = new Company();
    private final Client manager = company.user("credit-manager");
    private final Client group = company.user("leading-group");

    @AcceptanceTest
    @Requirement("POL-03")
    void a_change_before_a_planned_version_of_the_same_kind_waits_until_that_is_taken_back() {
        publish(company.id(), "hnd.contract.within", "\"P25D\"", today.plusDays(5));
        Draft sooner = draft(company.id(), null);
        sooner.set("hnd.tidying", "\"P9M\"");
        assertThat(checks(sooner)).contains("planned-ahead");
        assertThat(sooner.decide(group, "approved").code()).isEqualTo("draft-not-checked");

        String planned =
                manager.get("/policy/versions?kind=hnd&node=" + company.id()).text("/items/0/id");
        String withdrawal = "/policy/versions/" + planned + "/withdrawal";
        assertThat(manager.post(withdrawal, "{\"reason\":\"改期\"}").status())
                .as("who may not approve")
                .isEqualTo(403);
        assertThat(group.post(withdrawal, "{\"reason\":\" \"}").status()).isEqualTo(422);
        assertThat(group.post(withdrawal, "{\"reason\":\"改期\"}").status()).isEqualTo(204);
        assertThat(group.post(withdrawal, "{\"reason\":\"改期\"}").code())
                .as("already")
                .isEqualTo("version-has-begun");
        assertThat(new Company()
                        .user("leading-group")
                        .post(withdrawal, "{\"reason\":\"改期\"}")
                        .status())
                .as("of another company")
                .isEqualTo(404);
        assertThat(checks(sooner)).doesNotContain("planned-ahead");
        assertThat(sooner.decide(group, "approved").status()).isEqualTo(200);
        assertThat(value(company.id(), "hnd", "contract.within", today.plusDays(9)))
                .isEqualTo("P1M");
        Answer versions = manager.get("/policy/versions?kind=hnd&node=" + company.id());
        assertThat(versions.text("/items/1/withdrawnFor")).isEqualTo("改期");
        assertThat(group.post("/policy/versions/" + versions.text("/items/0/id") + "/withdrawal", "{\"reason\":\"改期\"}")
                        .code())
                .isEqualTo("version-has-begun");
    }

    @Test
    void a_planned_draft_starts_from_what_will_then_be_in_force() {
        publish(company.id(), "hnd.contract.within", "\"P25D\"", today.plusDays(5));
        Draft later = draft(company.id(), today.plusDays(8));
        assertThat(later.value("hnd", "contract.within")).isEqualTo("P25D");
        later.set("hnd.tidying", "\"P9M\"");
        assertThat(checks(later)).isEmpty();
        assertThat(later.decide(group, "approved").status()).isEqualTo(200);
        assertThat(value(company.id(), "hnd", "contract.within", today.plusDays(9)))
                .isEqualTo("P25D");
    }

    @AcceptanceTest
    void a_scale_is_not_published_above_a_company_whose_own_warnings_name_other_grades() {
        String below = Suite.server()
                .admin()
                .post("/identity/nodes", """
                {"parent":"%s","kind":"company","name":"下属公司"}""".formatted(company.id()))
                .text("/id");
        Draft warnings = Draft.start(manager, below, "in-force", null);
        warnings.set("ews.autoGrades", "[\"C\"]");
        assertThat(checks(warnings)).isEmpty();
        assertThat(warnings.decide(group, "approved").status()).isEqualTo(200);

        Draft scale = Draft.start(manager, company.id(), "in-force", null);
        scale.set("rat.scale", "\"four-A\"");
        List<JsonNode> found = errors(scale);
        assertThat(found).isNotEmpty();
        assertThat(found).allMatch(one -> one.at("/facts/node").asString().equals("下属公司"));
        assertThat(scale.decide(group, "approved").code()).isEqualTo("draft-not-checked");
        assertThat(manager.get(scale.path()).json().at("/findings").size())
                .as("who approves sees what was found")
                .isEqualTo(found.size());

        Draft bound = Draft.start(manager, company.id(), "in-force", "\"binding\":true");
        bound.set("rat.scale", "\"four-A\"");
        bound.set("ews.autoGrades", "[\"不良\"]");
        assertThat(errors(bound)).as("then the warnings below decide nothing").isEmpty();
        assertThat(bound.decide(group, "approved").status()).isEqualTo(200);
        assertThat(Suite.server()
                        .part(Regime.class)
                        .at(UUID.fromString(below), today)
                        .rating()
                        .scale()
                        .id())
                .isEqualTo("four-A");
        Draft overruled = Draft.start(manager, below, "in-force", null);
        overruled.set("ews.autoGrades", "[]");
        assertThat(checks(overruled)).contains("bound-above");
    }

    @Test
    void a_department_does_not_change_what_its_company_decides_by() {
        String department = company.department("评级部");
        Draft draft = draft(department, null);
        draft.set("rat.validity", "\"P6M\"");
        assertThat(checks(draft)).contains("decided-at-company");
    }

    @Test
    void a_day_that_has_passed_is_found_when_checking() {
        Draft draft = draft(company.id(), today);
        draft.set("hnd.tidying", "\"P9M\"");
        assertThat(checks(draft)).contains("day-has-passed");
    }

    @Test
    void trying_a_scale_out_and_taking_it_back_loses_nothing() {
        Draft draft = draft(company.id(), null);
        String before = draft.value("eval", "reviewCycle");
        draft.set("rat.scale", "\"three\"");
        assertThat(draft.value("eval", "reviewCycle")).isNotEqualTo(before);
        assertThat(draft.send("DELETE", "/values/rat.scale", null).status()).isEqualTo(200);
        assertThat(draft.value("eval", "reviewCycle")).isEqualTo(before);
    }

    @Test
    void on_another_base_what_was_set_per_grade_follows_the_scale() {
        Draft draft = draft(company.id(), null);
        draft.set("ews.autoGrades", "[\"C\"]");
        assertThat(draft.put("/base", "{\"base\":\"S19\"}").status()).isEqualTo(200);
        assertThat(draft.value("rat", "scale")).isEqualTo("four-D");
        assertThat(draft.value("ews", "autoGrades")).isEqualTo("[\"不合作\"]");
    }

    private void publish(String node, String parameter, String json, @Nullable LocalDate from) {
        Draft draft = draft(node, from);
        draft.set(parameter, json);
        draft.check();
        Answer approved = draft.decide(group, "approved");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    }

    private Draft draft(String node, @Nullable LocalDate from) {
        return Draft.start(manager, node, "in-force", from == null ? null : "\"validFrom\":\"" + from + "\"");
    }

    private static List<JsonNode> errors(Draft draft) {
        return draft.check().stream()
                .filter(finding -> finding.at("/severity").asString().equals("error"))
                .toList();
    }

    private static List<String> checks(Draft draft) {
        return errors(draft).stream()
                .map(finding -> finding.at("/check").asString())
                .toList();
    }

    private String value(String node, String kind, String key, LocalDate date) {
        for (JsonNode policy : manager.get("/policy/regime?node=" + node + "&date=" + date)
                .json()
                .at("/policies")) {
            if (policy.at("/kind").asString().equals(kind)) {
                return policy.at("/body").get(key).asString();
            }
        }
        throw new AssertionError(kind);
    }
}
