package xindang.integration;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * What reading a whole file came to (检查结果).
 *
 * @param rows rows of the file
 * @param good rows that can be brought in
 * @param faults faults by line
 * @param asOf latest day in the file; null if it has none
 * @param currency ISO code of amounts that name none
 */
public record Checked(
        long rows,
        long good,
        NavigableMap<Integer, List<Fault>> faults,
        @Nullable LocalDate asOf,
        @Nullable String currency) {

    /** Rows that cannot be brought in. */
    public long errors() {
        return faults.size() - warnings();
    }

    /** Rows that are no records and are passed over. */
    public long warnings() {
        return faults.values().stream()
                .filter(of -> of.stream().allMatch(Fault::harmless))
                .count();
    }
}
