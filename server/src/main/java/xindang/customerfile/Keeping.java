package xindang.customerfile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * Who kept a file for some time (专管员沿革).
 *
 * @param part {@code keeper} (专管员) or {@code deputy} (副专管员)
 * @param from first day
 * @param to first day somebody else kept it; null: until today
 */
public record Keeping(
        NamedRef person,
        String part,
        LocalDate from,
        @Nullable LocalDate to) {}
