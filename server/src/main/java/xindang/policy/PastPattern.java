package xindang.policy;

import java.time.OffsetDateTime;

/**
 * A pattern that was set at a node (编号规则沿革).
 *
 * @param per {@code department} or {@code company}
 * @param reason why
 * @param setAt when; it holds for the next number
 * @param setBy name of who set it
 */
public record PastPattern(String pattern, String per, String reason, OffsetDateTime setAt, String setBy) {}
