package xindang.workflow;

/**
 * What becomes of a business object when its case ends (流程结果监听): implemented by the capability whose object it is, and called in the
 * transaction of the last decision, so that both happen or neither.
 */
public interface CaseOutcome {

    /** Kind of business object, such as {@code form-entry}. */
    String objectKind();

    /** The case has ended: {@code approved}, {@code refused} or {@code withdrawn}; what was decided by whom is in its acts. */
    void ended(FlowCase flowCase);
}
