package xindang.engine.evaluation;

/**
 * One row of a characteristic (评分项的档位).
 *
 * @param condition when it applies
 * @param points what it gives
 */
public record Attribute(Condition condition, Points points) {}
