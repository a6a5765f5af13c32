package xindang.policy;

import java.util.UUID;

/**
 * A number that was just given (已给编号).
 *
 * @param id id of the number itself
 * @param number the number as written
 * @param serial its place in the series, from 1
 * @param series series
 */
public record Numbered(UUID id, String number, int serial, UUID series) {}
