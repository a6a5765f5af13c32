package xindang.audittrail;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for (留痕筛选).
 *
 * @param object what they were done to; null for all
 * @param actor who did it; null for all
 * @param kind kind of what they were done to, such as {@code customer}; null or empty for all
 * @param action capability and verb; null or empty for all
 * @param from first date of the business; null without an end
 * @param to last date of the business; null without an end
 */
public record TrailFilter(
        @Nullable UUID object,
        @Nullable UUID actor,
        @Nullable String kind,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** All entries of an object. */
    public static TrailFilter of(UUID object) {
        return new TrailFilter(object, null, null, null, null, null);
    }
}
