package xindang.engine.workflow;

import java.util.List;

/**
 * Something a case says of itself (事项要素), which conditions may read.
 *
 * @param code name in conditions, such as {@code amount}
 * @param name how people call it
 * @param type what it holds
 * @param required whether a case cannot start without it
 * @param choices what may be chosen; empty for other types
 */
public record FlowFact(String code, String name, Type type, boolean required, List<String> choices) {

    /** What a fact holds (要素类型). */
    public enum Type {
        /** A text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** An amount of two decimals, compared in whole minor units. */
        AMOUNT,
        /** Yes or no. */
        YES,
        /** A date. */
        DATE,
        /** One of some words. */
        CHOICE
    }

    /** Copies the choices. */
    public FlowFact {
        choices = List.copyOf(choices);
    }
}
