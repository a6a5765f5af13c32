package xindang.workflow;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xindang.engine.workflow.Signing;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.workflow.store.TaskStore;

/** Tasks as commands find them (任务读取): with their case locked, and only by whom they ask. */
@Component
class Tasks {

    private final TaskStore store;
    private final Cases cases;

    Tasks(TaskStore store, Cases cases) {
        this.store = store;
        this.cases = cases;
    }

    /**
     * A task in the hands of somebody.
     *
     * @param lender whom he stands in for; null for his own task
     * @param lenderName his name
     */
    record Held(
            FlowCase flowCase,
            FlowTask task,
            @Nullable UUID lender,
            @Nullable String lenderName) {}

    /**
     * A task that the caller, or somebody he stands in for, is asked and that nobody has answered.
     *
     * @throws Refusal 404 out of sight, 403 for the task of another, 409 if it is answered, waits, or the case has ended
     */
    Held open(Caller caller, UUID id) {
        Held held = any(caller, id);
        NamedRef user = held.task().user();
        if (user == null) {
            throw Refusal.of(WorkflowProblem.TASK_OF_ANOTHER);
        }
        if (user.id().equals(caller.id())) {
            return held;
        }
        if (!caller.standsInFor().contains(user.id())) {
            throw Refusal.of(WorkflowProblem.TASK_OF_ANOTHER);
        }
        return new Held(held.flowCase(), held.task(), user.id(), user.name());
    }

    /** The same whoever is asked, for those who see the case. */
    Held any(Caller caller, UUID id) {
        UUID of = store.find(id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND)).flowCase();
        FlowCase flowCase = cases.locked(caller, of);
        // Read again: whoever held the lock may have answered it.
        FlowTask task = store.find(id).orElseThrow();
        if (task.state().equals("waits")) {
            throw Refusal.of(WorkflowProblem.TASK_WAITS);
        }
        if (!task.state().equals("open")) {
            throw Refusal.of(WorkflowProblem.TASK_DECIDED, new Reason(null, null, first(flowCase, task)));
        }
        if (!flowCase.running()) {
            throw Refusal.of(WorkflowProblem.CASE_ENDED);
        }
        return new Held(flowCase, task, null, null);
    }

    /** Who answered this task, or made it needless by answering another one of the same stop. */
    private Map<String, Object> first(FlowCase flowCase, FlowTask task) {
        FlowTask answered = task.decidedBy() != null
                ? task
                : store.of(flowCase.id(), task.round()).stream()
                        .filter(one -> one.decidedBy() != null)
                        .reduce((one, later) -> later)
                        .orElse(task);
        NamedRef by = answered.decidedBy();
        return by == null || answered.decidedAt() == null
                ? Map.of("state", answered.state())
                : Map.of(
                        "state",
                        answered.state(),
                        "by",
                        by.name(),
                        "at",
                        answered.decidedAt().toInstant().toString());
    }

    /** A task as the rules of signing see it. */
    static Signing.Signature signature(FlowTask task) {
        return new Signing.Signature(
                Signing.Part.valueOf(task.part().toUpperCase(Locale.ROOT)),
                switch (task.state()) {
                    case "waits" -> Signing.Said.WAITS;
                    case "open" -> Signing.Said.OPEN;
                    case "agreed" -> Signing.Said.AGREED;
                    case "refused" -> Signing.Said.REFUSED;
                    default -> Signing.Said.RELEASED;
                });
    }
}
