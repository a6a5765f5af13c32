package xindang.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.engine.calendar.Deadline;
import xindang.engine.workflow.FlowStep;
import xindang.engine.workflow.SignMode;
import xindang.engine.workflow.Who;
import xindang.gates.Requirement;

/** What a flow says is read from JSON. */
class FlowTextTest {

    private static final String FLOW = """
            {"format":1,"facts":[{"code":"amount","name":"金额","type":"amount","required":true}],"starters":["sales"],
            "steps":[{"type":"approve","code":"manager","name":"信用经理","who":{"kind":"role","role":"credit-manager"},
            "mode":"any","count":2,"within":"P2D","escalate":{"after":"P1D","to":{"kind":"superior"}},
            "returnTo":["start"],"fields":{"amount":"change"}},
            {"type":"branch","code":"size","name":"金额","arms":[{"code":"big","name":"大额","when":"amount > money('1')",
            "steps":[{"type":"end","code":"no","name":"否决","outcome":"refused"}]}]}]}""";

    @Test
    @Requirement("LCD-02")
    void a_flow_is_read_as_it_is_written() {
        FlowText.Read read = FlowText.read("flow", FLOW);
        assertThat(read.flow().starters()).containsExactly("sales");
        var step = (FlowStep.Approve) read.flow().step("manager").orElseThrow();
        assertThat(step.mode()).isEqualTo(new SignMode.AnyOf(2));
        assertThat(step.within()).contains(new Deadline.WorkedDays(2));
        assertThat(step.escalate().orElseThrow().to()).isEqualTo(new Who.Superior());
        assertThat(step.access("amount")).isEqualTo(FlowStep.Access.CHANGE);
        assertThat(read.flow().step("no")).contains(new FlowStep.End("no", "否决", false));
        assertThat(FlowText.read("again", read.canonical())).isEqualTo(read);
    }

    @ParameterizedTest(name = "{0}")
    @Requirement("LCD-02")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            situation                     | right                         | wrong                    | says
            a step of no kind             | "type":"end"                  | "type":"stop"            | /steps/1
            a blank in a code             | "code":"manager"              | "code":"the manager"     | /steps/0
            nobody named                  | {"kind":"superior"}           | {"kind":"person"}        | /steps/0
            how many is not said          | "count":2,                    |                          | /steps/0/count
            a member nobody knows         | "format":1,                   | "format":1,"more":1,     | more
            no JSON at all                | {"format"                     | format                   | JSON""")
    void what_is_no_flow_is_refused_with_its_place(String situation, String right, String wrong, String says) {
        String text = FLOW.replace(right, wrong == null ? "" : wrong);
        assertThatThrownBy(() -> FlowText.read("flow", text))
                .as(situation)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining(says);
    }
}
