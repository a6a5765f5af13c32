package xindang.engine.decision;

import java.util.Map;

/**
 * Why something was decided: the rule that spoke and the facts it spoke about (R20, R31).
 *
 * @param rule the rule and its revision
 * @param facts what the rule saw, by name; values are what {@link xindang.engine.canonical.CanonicalJson} writes
 */
public record Reason(RuleId rule, Map<String, Object> facts) {}
