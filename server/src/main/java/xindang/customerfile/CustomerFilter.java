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
 * @param grade code of a grade
 * @param warning level of the worst open warning
 * @param department node in charge, those below it included; a company means all its files
 * @param owner user in charge
 * @param overdueMin at least so much overdue, in each file's currency
 * @param usageMin at least that share of the limit used, 1 = all of it
 */
public record CustomerFilter(
        @Nullable @Size(max = 200) String q,
        @Nullable @Size(max = 20) String grade,

        @Nullable @Pattern(regexp = "attention|warning|severe|")
        String warning,

        @Nullable UUID department,
        @Nullable UUID owner,

        @Nullable @Digits(integer = 16, fraction = 4) BigDecimal overdueMin,

        @Nullable @Digits(integer = 8, fraction = 4) BigDecimal usageMin) {

    /** Filter by a search text alone. */
    public static CustomerFilter of(@Nullable String q) {
        return new CustomerFilter(q, null, null, null, null, null, null);
    }
}
