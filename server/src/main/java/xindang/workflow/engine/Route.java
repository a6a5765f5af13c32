package xindang.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowStep;

/**
 * A flow as nodes and lines with their places in a drawing (流程路线), from top to bottom; ways of a branch lie beside each other. Ids
 * that are no code of a step hold an underscore, which no code does.
 */
final class Route {

    /** Node at which cases end with agreement. */
    static final String APPROVED = "end_approved";

    /** Node at which a case begins. */
    private static final String BEGIN = "begin_";

    private static final int ACROSS = 180;
    private static final int DOWN = 110;
    private static final int TOP = 40;

    /** What a node is in BPMN. */
    enum Kind {
        BEGIN(36, 36),
        WAIT(140, 60),
        BRANCH(140, 60),
        WAYS(44, 44),
        PASS(140, 60),
        APPROVED(36, 36),
        REFUSED(36, 36);

        private final int width;
        private final int height;

        Kind(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /**
     * A node.
     *
     * @param x middle across
     * @param y upper edge
     */
    record Node(String id, String name, Kind kind, int x, int y) {

        int left() {
            return x - kind.width / 2;
        }

        int width() {
            return kind.width;
        }

        int height() {
            return kind.height;
        }

        int bottom() {
            return y + kind.height;
        }
    }

    /**
     * A line.
     *
     * @param way code of the way of a branch; null for the only line
     */
    record Line(
            String from,
            String to,
            @Nullable String way,
            @Nullable String name) {

        String id() {
            return "line_" + from + (way == null ? "" : "_" + way);
        }
    }

    /** A line whose end is not known yet. */
    private record Open(
            String from, @Nullable String way, @Nullable String name) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private int lowest;

    private Route() {}

    /** The route of a flow. */
    static Route of(FlowDefinition flow) {
        var route = new Route();
        int middle = width(flow.steps()) * ACROSS / 2 + TOP;
        List<Open> open = route.put(List.of(), new Node(BEGIN, "", Kind.BEGIN, middle, TOP));
        open = route.put(open, new Node(FlowDefinition.START, "发起", Kind.WAIT, middle, TOP + DOWN));
        open = route.place(flow.steps(), open, middle, TOP + 2 * DOWN);
        if (!open.isEmpty()) {
            route.put(open, new Node(APPROVED, "通过", Kind.APPROVED, middle, route.lowest + DOWN / 2));
        }
        return route;
    }

    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    Node node(String id) {
        return nodes.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<Open> put(List<Open> open, Node node) {
        nodes.add(node);
        lowest = Math.max(lowest, node.bottom());
        for (Open line : open) {
            lines.add(new Line(line.from(), node.id(), line.way(), line.name()));
        }
        return List.of(new Open(node.id(), null, null));
    }

    private List<Open> place(List<FlowStep> steps, List<Open> from, int middle, int top) {
        List<Open> open = from;
        int y = top;
        for (FlowStep step : steps) {
            open = switch (step) {
                case FlowStep.Branch branch -> branch(branch, open, middle, y);
                case FlowStep.End(String code, String name, boolean approved) -> {
                    put(open, new Node(code, name, approved ? Kind.APPROVED : Kind.REFUSED, middle, y));
                    yield List.<Open>of();
                }
                case FlowStep.Approve approve -> put(open, new Node(step.code(), approve.name(), Kind.WAIT, middle, y));
                default -> put(open, new Node(step.code(), step.name(), Kind.PASS, middle, y));
            };
            y = step instanceof FlowStep.Branch ? lowest + DOWN / 2 : y + DOWN;
        }
        return open;
    }

    private List<Open> branch(FlowStep.Branch branch, List<Open> from, int middle, int top) {
        put(from, new Node(branch.code(), branch.name(), Kind.BRANCH, middle, top));
        String ways = "ways_" + branch.code();
        put(List.of(new Open(branch.code(), null, null)), new Node(ways, "", Kind.WAYS, middle, top + DOWN));
        int left = middle - width(branch) * ACROSS / 2;
        var behind = new ArrayList<Open>();
        for (FlowStep.Arm arm : branch.arms()) {
            int width = width(arm.steps()) * ACROSS;
            behind.addAll(place(
                    arm.steps(), List.of(new Open(ways, arm.code(), arm.name())), left + width / 2, top + 2 * DOWN));
            left += width;
        }
        int width = width(branch.otherwise()) * ACROSS;
        behind.addAll(place(
                branch.otherwise(), List.of(new Open(ways, Stops.OTHERWISE, "其他")), left + width / 2, top + 2 * DOWN));
        return behind;
    }

    /** How many columns steps take. */
    private static int width(List<FlowStep> steps) {
        return steps.stream()
                .mapToInt(step -> step instanceof FlowStep.Branch branch ? width(branch) : 1)
                .max()
                .orElse(1);
    }

    private static int width(FlowStep.Branch branch) {
        return branch.arms().stream().mapToInt(arm -> width(arm.steps())).sum() + width(branch.otherwise());
    }
}
