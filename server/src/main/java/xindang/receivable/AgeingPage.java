package xindang.receivable;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ageing table (账龄表).
 *
 * @param asOf day at whose end it holds
 * @param currency currency of all amounts
 * @param buckets codes of the buckets, youngest first
 * @param items lines
 * @param next cursor of the following page
 * @param count how many lines there are
 * @param countExact whether that was counted to the end
 */
public record AgeingPage(
        LocalDate asOf,
        String currency,
        List<String> buckets,
        List<AgeingLine> items,
        @Nullable String next,
        long count,
        boolean countExact) {

    /** Copies the lists. */
    public AgeingPage {
        buckets = List.copyOf(buckets);
        items = List.copyOf(items);
    }
}
