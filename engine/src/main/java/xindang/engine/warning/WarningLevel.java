package xindang.engine.warning;

/**
 * One level of warning (预警级别) as data (EWS-03): 关注, 预警, 严重 by default.
 *
 * @param code stable code, for example {@code severe}
 * @param label name shown to people
 * @param acknowledgeWithin working days in which a warning of this level must be acknowledged
 */
public record WarningLevel(String code, String label, int acknowledgeWithin) {}
