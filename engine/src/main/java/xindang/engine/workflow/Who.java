package xindang.engine.workflow;

import java.util.UUID;

/** Who signs or is told (处理人). */
public sealed interface Who {

    /**
     * Whoever has a role at the node of the case, as far up as it was given (岗位角色).
     *
     * @param role code of a preset, such as {@code credit-manager}
     */
    record InRole(String role) implements Who {}

    /**
     * One person (指定人员).
     *
     * @param user user
     */
    record Person(UUID user) implements Who {}

    /** Whoever leads the nearest node above the starter (发起人的上级). */
    record Superior() implements Who {}

    /** Whom the starter chose when he started (发起人自选). */
    record Chosen() implements Who {}

    /** The starter himself (发起人), of copies only. */
    record Starter() implements Who {}

    /**
     * The chain of posts that the regime has for an amount (审批链), one after another; {@code app.chain}.
     *
     * @param amount code of the fact with the amount
     */
    record Regime(String amount) implements Who {}
}
