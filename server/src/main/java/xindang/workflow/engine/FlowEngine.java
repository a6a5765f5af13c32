package xindang.workflow.engine;

import java.util.UUID;
import xindang.engine.workflow.FlowDefinition;

/**
 * Holds where each case stands on its route (流程引擎端口), and nothing else: who signs, who may, and what a condition says is decided by
 * us when the route asks {@link Stops}. Everything happens within the transaction of the command.
 */
public interface FlowEngine {

    /** Takes in a version, whose cases may then start. */
    void deploy(UUID version, String name, FlowDefinition flow);

    /** Starts a case; it waits at {@link FlowDefinition#START}. */
    void start(UUID flowCase, UUID version);

    /** Lets a case go on from the step at which it waits, until it waits again or ends. */
    void proceed(UUID flowCase, String step);

    /** Takes a case from the step at which it waits to another one, which asks anew. */
    void move(UUID flowCase, String from, String to);

    /** Takes a case off its route. */
    void cancel(UUID flowCase);

    /** Whether the engine has been needed since the server started. */
    boolean started();
}
