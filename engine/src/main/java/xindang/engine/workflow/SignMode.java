package xindang.engine.workflow;

/** How many of a step's signers must agree (会签方式). */
public sealed interface SignMode {

    /** Whoever signs first decides for all (或签). */
    record Single() implements SignMode {}

    /** All must agree (会签). */
    record All() implements SignMode {}

    /**
     * A number of them must agree; all, where there are fewer (按人数会签).
     *
     * @param count how many
     */
    record AnyOf(int count) implements SignMode {

        /** Refuses less than one. */
        public AnyOf {
            if (count < 1) {
                throw new IllegalArgumentException("at least one must agree, not " + count);
            }
        }
    }

    /** How many of so many signers must agree. */
    default int needed(int signers) {
        return switch (this) {
            case Single() -> Math.min(1, signers);
            case All() -> signers;
            case AnyOf(int count) -> Math.min(count, signers);
        };
    }
}
