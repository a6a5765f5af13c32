package xindang.workflow;

/** An automatic action of flows (自动动作), offered by a capability; runs in the transaction of the decision before it. */
public interface FlowAction {

    /** Capability and verb, such as {@code creditline.write}. */
    String name();

    /** Does it for a case that comes by. */
    void run(FlowCase flowCase);
}
