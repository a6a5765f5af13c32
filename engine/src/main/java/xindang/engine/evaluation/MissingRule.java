package xindang.engine.evaluation;

/** What a characteristic does when its value is missing (缺失值处理, STD-13); the result always says so. */
public enum MissingRule {
    /** The customer is not rated (不予评级). */
    REFUSE,
    /** The lowest points any attribute can give (最低分). */
    LOWEST,
    /** The baseline points (中性): neither better nor worse than expected. */
    NEUTRAL,
    /** The weight is spread over the other characteristics pro rata (权重再分配). */
    REDISTRIBUTE,
    /** An attribute of the card says what it gives: the first {@code missing} or {@code otherwise} (按档位). */
    BY_ATTRIBUTE
}
