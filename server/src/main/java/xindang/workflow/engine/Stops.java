package xindang.workflow.engine;

import java.util.UUID;

/** What the route of a case meets (流程途经点): told within the transaction in which it moves. */
public interface Stops {

    /** Way of a branch where no condition holds. */
    String OTHERWISE = "otherwise";

    /** The case waits at a step: people are asked. */
    void waits(UUID flowCase, String step);

    /** Code of the way that the case goes at a branch, or {@link #OTHERWISE}. */
    String way(UUID flowCase, String branch);

    /** The case passes a copy or an automatic action. */
    void passes(UUID flowCase, String step);

    /** The case has come to its end. */
    void ends(UUID flowCase, boolean approved);
}
