package xindang.warning;

import java.util.UUID;

/**
 * A warning that was decided (预警结果).
 *
 * @param file credit file
 * @param level code of the level
 * @param rule rule that raised it, with its revision
 * @param facts what the rule saw, as a JSON object
 * @param decision record that explains and replays it
 */
public record RaisedWarning(UUID file, String level, String rule, String facts, UUID decision) {}
