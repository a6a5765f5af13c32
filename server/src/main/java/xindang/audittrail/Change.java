package xindang.audittrail;

import org.jspecify.annotations.Nullable;

/**
 * What an act did to one field (字段变更), as texts.
 *
 * @param field field in dotted form
 * @param before null if there was nothing
 * @param after null if nothing is left
 */
public record Change(
        String field, @Nullable String before, @Nullable String after) {}
