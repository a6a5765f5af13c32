package xindang.workflow;

import java.util.Locale;
import xindang.platform.problem.ProblemCode;

/** Refusals of flows, cases and tasks (流程问题代码). */
public enum WorkflowProblem implements ProblemCode {
    /** What a flow is to say does not have the form of a flow; its reasons say where. */
    FLOW_UNFIT(422),
    /** It was not checked since the last change, or the check found what must be mended. */
    FLOW_NOT_CHECKED(409),
    /** The draft says what the published version says. */
    FLOW_CHANGES_NOTHING(409),
    /** The flow was never published, or nothing new starts along it. */
    FLOW_NOT_IN_USE(409),
    /** The roles that may start the flow are not the caller's. */
    FLOW_NOT_FOR_CALLER(403),
    /** Somebody has answered this task, or it was taken back; its reasons say who and when. */
    TASK_DECIDED(409),
    /** The task waits until somebody else has answered. */
    TASK_WAITS(409),
    /** Another person is asked. */
    TASK_OF_ANOTHER(403),
    /** The case has come to its end. */
    CASE_ENDED(409),
    /** Somebody was reminded today already. */
    REMINDED_TODAY(409);

    private final int status;

    WorkflowProblem(int status) {
        this.status = status;
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
