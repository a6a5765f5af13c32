package xindang.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import xindang.engine.calendar.Deadline;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowFact;
import xindang.engine.workflow.FlowStep;
import xindang.engine.workflow.FlowStep.Access;
import xindang.engine.workflow.SignMode;
import xindang.engine.workflow.Who;

/**
 * Reads what a flow says (流程定义文本) from JSON of the schema {@code flow}. What is allowed by the schema but makes no sense is found by
 * {@link xindang.engine.workflow.FlowChecks}, so that a half-written flow can be kept.
 */
public final class FlowText {

    private static final int DEEPEST = 8;
    private static final SchemaCheck SCHEMA = new SchemaCheck();
    private static final Map<String, FlowFact.Type> TYPES = byName(FlowFact.Type.values());
    private static final Map<String, Access> ACCESS = byName(Access.values());

    private FlowText() {}

    /** What was read: its canonical text and its meaning. */
    public record Read(String canonical, FlowDefinition flow) {}

    /**
     * Reads a definition.
     *
     * @throws FormatException with everything that is wrong with its form
     */
    public static Read read(String file, String text) {
        Object tree = JsonTree.parse(file, text);
        List<FormatProblem> unfit = SCHEMA.flow(file, tree);
        if (!unfit.isEmpty()) {
            throw new FormatException(unfit);
        }
        Body body = Body.of(file, "", tree);
        var flow = new FlowDefinition(
                body.objects("facts").stream().map(FlowText::fact).toList(),
                body.texts("starters"),
                steps(body.objects("steps"), 1));
        return new Read(CanonicalJson.text(tree), flow);
    }

    private static FlowFact fact(Body body) {
        return new FlowFact(
                body.text("code"),
                body.text("name"),
                body.word("type", TYPES),
                body.flag("required"),
                body.texts("choices"));
    }

    private static List<FlowStep> steps(List<Body> bodies, int depth) {
        var steps = new ArrayList<FlowStep>();
        for (Body body : bodies) {
            if (depth > DEEPEST) {
                throw body.wrong("branches lie inside each other up to " + DEEPEST + " deep");
            }
            steps.add(step(body, depth));
        }
        return steps;
    }

    private static FlowStep step(Body body, int depth) {
        String code = body.text("code");
        String name = body.text("name");
        return switch (body.text("type")) {
            case "approve" -> approve(body, code, name);
            case "branch" ->
                new FlowStep.Branch(
                        code,
                        name,
                        body.objects("arms").stream()
                                .map(arm -> arm(arm, depth))
                                .toList(),
                        steps(body.objects("otherwise"), depth + 1));
            case "copy" -> new FlowStep.Copy(code, name, who(body.object("who")));
            case "act" -> new FlowStep.Act(code, name, body.text("action"));
            case "end" -> new FlowStep.End(code, name, body.text("outcome").equals("approved"));
            default -> throw body.wrong("type", "a kind of step is needed here");
        };
    }

    private static FlowStep.Arm arm(Body body, int depth) {
        return new FlowStep.Arm(
                body.text("code"), body.text("name"), body.text("when"), steps(body.objects("steps"), depth + 1));
    }

    private static FlowStep approve(Body body, String code, String name) {
        var fields = new LinkedHashMap<String, Access>();
        body.optionalObject("fields")
                .ifPresent(rights -> rights.names().forEach(fact -> fields.put(fact, rights.word(fact, ACCESS))));
        return new FlowStep.Approve(
                code,
                name,
                who(body.object("who")),
                mode(body),
                body.optionalText("within").map(FlowText::deadline),
                body.optionalObject("escalate")
                        .map(late -> new FlowStep.Escalation(deadline(late.text("after")), who(late.object("to")))),
                body.texts("returnTo"),
                fields,
                body.flag("safeForBatch"));
    }

    private static SignMode mode(Body body) {
        return switch (body.text("mode")) {
            case "single" -> new SignMode.Single();
            case "all" -> new SignMode.All();
            default -> {
                if (!body.has("count")) {
                    throw body.wrong("count", "how many must agree is needed here");
                }
                yield new SignMode.AnyOf(body.whole("count"));
            }
        };
    }

    private static Deadline deadline(String text) {
        return Deadline.within(text, Deadline.Counting.WORKING_DAYS);
    }

    private static Who who(Body body) {
        return switch (body.text("kind")) {
            case "role" -> new Who.InRole(body.text("role"));
            case "person" -> new Who.Person(body.read("user", UUID::fromString));
            case "superior" -> new Who.Superior();
            case "chosen" -> new Who.Chosen();
            case "starter" -> new Who.Starter();
            default -> new Who.Regime(body.text("amount"));
        };
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        var names = new LinkedHashMap<String, E>();
        for (E value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return names;
    }
}
