package xindang.customerfile;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a list shows (客户筛选); what is null does not narrow.
 *
 * @param q part of name, number, code, key or pinyin initials
 * @param grade code of a grade; {@link #NOT_RATED} for files without one
 * @param warning level of the worst open warning
 * @param department node in charge, those below it included; a company means all its files
 * @param keeper who keeps the file
 * @param deputyKeeper who keeps it when the keeper is away
 * @param overdueMin at least so much overdue, in each file's currency
 * @param usageMin at least that share of the limit used, 1 = all of it
 * @param limitState state of the limit: not-assessed, no-credit, capped or unlimited
 * @param limitFrom a capped limit of at least so much, in each file's currency
 * @param limitTo a capped limit of less than that
 * @param currency currency that lists show of the file
 */
public record CustomerFilter(
        @Nullable @Size(max = 200) String q,
        @Nullable @Size(max = 20) String grade,

        @Nullable @Pattern(regexp = "attention|warning|severe|")
        String warning,

        @Nullable UUID department,
        @Nullable UUID keeper,
        @Nullable UUID deputyKeeper,

        @Nullable @Digits(integer = 16, fraction = 4) BigDecimal overdueMin,

        @Nullable @Digits(integer = 8, fraction = 4) BigDecimal usageMin,

        @Nullable @Pattern(regexp = "not-assessed|no-credit|capped|unlimited|")
        String limitState,

        @Nullable @Digits(integer = 16, fraction = 4) BigDecimal limitFrom,

        @Nullable @Digits(integer = 16, fraction = 4) BigDecimal limitTo,

        @Nullable @Pattern(regexp = "[A-Z]{3}|") String currency) {

    /** What stands for no grade where a grade is asked for. */
    public static final String NOT_RATED = "-";

    /** Whether nothing narrows. */
    public boolean narrowsNothing() {
        return equals(of(null));
    }

    /** Whether a column narrows that is kept from readers who are not cleared: what is left would tell it. */
    public boolean asksContent() {
        return told(grade)
                || told(warning)
                || keeper != null
                || deputyKeeper != null
                || overdueMin != null
                || usageMin != null
                || told(limitState)
                || limitFrom != null
                || limitTo != null
                || told(currency);
    }

    private static boolean told(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Filter by a search text alone. */
    public static CustomerFilter of(@Nullable String q) {
        return new CustomerFilter(q, null, null, null, null, null, null, null, null, null, null, null);
    }
}
