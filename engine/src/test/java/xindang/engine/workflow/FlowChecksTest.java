package xindang.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xindang.engine.calendar.Deadline;
import xindang.engine.workflow.FlowStep.Access;
import xindang.gates.Requirement;

/** What is wrong with a flow as it stands. */
class FlowChecksTest {

    private static final Set<String> ACTIONS = Set.of("creditline.write");
    private static final FlowFact AMOUNT = new FlowFact("amount", "金额", FlowFact.Type.AMOUNT, true, List.of());
    private static final Optional<Deadline> TWO_DAYS = Optional.of(new Deadline.WorkedDays(2));

    private static FlowStep.Approve sign(String code, String... returnTo) {
        return new FlowStep.Approve(
                code,
                "审批",
                new Who.InRole("credit-manager"),
                new SignMode.Single(),
                TWO_DAYS,
                Optional.empty(),
                List.of(returnTo),
                Map.of(),
                false);
    }

    private static FlowStep.Branch branch(String code, List<FlowStep> then, FlowStep... otherwise) {
        return new FlowStep.Branch(
                code,
                "分支",
                List.of(new FlowStep.Arm(code + "-a", "大额", "amount > money('1')", then)),
                List.of(otherwise));
    }

    private static List<String> found(FlowStep... steps) {
        return found(List.of(AMOUNT), steps);
    }

    private static List<String> found(List<FlowFact> facts, FlowStep... steps) {
        return FlowChecks.of(new FlowDefinition(facts, List.of(), Arrays.asList(steps)), ACTIONS).stream()
                .map(one -> one.check() + " " + one.step() + (one.error() ? "" : " (notice)"))
                .toList();
    }

    @Test
    @Requirement("LCD-02")
    void a_sound_flow_has_nothing_wrong_with_it() {
        assertThat(found(
                        sign("first", "start"),
                        branch("size", List.of(sign("second", "first")), sign("third")),
                        new FlowStep.Act("write", "写入额度", "creditline.write"),
                        sign("last", "first", "second", "third", "start")))
                .isEmpty();
    }

    @Test
    @Requirement("LCD-02")
    void names_are_given_once_and_somebody_signs() {
        assertThat(found(sign("one"), sign("one"), sign("start")))
                .containsExactly("code-twice one", "code-twice start");
        assertThat(found(new FlowStep.Copy("tell", "抄送", new Who.Starter()))).containsExactly("nobody-signs ");
        assertThat(found(List.of(AMOUNT, AMOUNT), sign("one"))).containsExactly("fact-twice ");
        assertThat(found(List.of(new FlowFact("kind", "类型", FlowFact.Type.CHOICE, false, List.of())), sign("one")))
                .containsExactly("no-choices ");
    }

    @Test
    @Requirement("LCD-02")
    void a_case_goes_back_only_to_where_it_may_have_been() {
        assertThat(found(sign("one", "two"), sign("two", "one", "two")))
                .containsExactly("return-not-earlier one", "return-not-earlier two");
        assertThat(found(branch("b", List.of(sign("in")), sign("out", "in"))))
                .as("the other way is not behind")
                .containsExactly("return-not-earlier out");
    }

    @Test
    @Requirement("LCD-02")
    void nothing_stands_where_no_case_comes() {
        var refuse = new FlowStep.End("no", "否决", false);
        assertThat(found(sign("one"), refuse, sign("two"))).containsExactly("never-reached two");
        assertThat(found(sign("one"), branch("b", List.of(refuse), refuse), sign("two")))
                .contains("never-reached two");
        assertThat(found(sign("one"), branch("b", List.of(refuse)), sign("two")))
                .isEmpty();
        assertThat(found(sign("one"), new FlowStep.Branch("b", "分支", List.of(), List.of())))
                .containsExactly("no-arms b");
    }

    @Test
    @Requirement("LCD-02")
    void people_actions_and_fields_exist() {
        var regime = new FlowStep.Approve(
                "chain",
                "审批链",
                new Who.Regime("text"),
                new SignMode.Single(),
                Optional.empty(),
                Optional.of(new FlowStep.Escalation(new Deadline.WorkedDays(1), new Who.Superior())),
                List.of(),
                Map.of("amount", Access.CHANGE),
                true);
        assertThat(found(regime, new FlowStep.Act("do", "动作", "nobody.knows")))
                .containsExactlyInAnyOrder(
                        "regime-needs-amount chain",
                        "batch-changes chain",
                        "escalates-without-allowance chain",
                        "no-allowance chain (notice)",
                        "unknown-action do");
        var starter = new FlowStep.Approve(
                "self",
                "自批",
                new Who.Starter(),
                new SignMode.All(),
                TWO_DAYS,
                Optional.empty(),
                List.of(),
                Map.of("gone", Access.HIDE),
                false);
        assertThat(found(starter)).containsExactly("starter-never-signs self", "unknown-fact self");
    }
}
