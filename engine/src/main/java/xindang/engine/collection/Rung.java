package xindang.engine.collection;

/**
 * One rung (催收级别) of the ladder (COL-01).
 *
 * @param code stable code: {@code dunningNotice}, {@code phone}, {@code mail}, {@code court}
 * @param days days past due from which it is reached, at least 1
 * @param role role that acts
 */
public record Rung(String code, int days, String role) {}
