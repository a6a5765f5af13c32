package xindang.receivable;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ageing table shows (账龄筛选).
 *
 * @param asOf day; today if null
 * @param currency currency; CNY if null
 * @param by customer or department
 * @param q text that finds customers
 * @param customer one customer
 */
public record AgeingFilter(
        @Nullable LocalDate asOf,
        @Nullable @Pattern(regexp = "[A-Z]{3}|") String currency,

        @Nullable @Pattern(regexp = "customer|department|") String by,

        @Nullable @Size(max = 200) String q,
        @Nullable UUID customer) {

    /** Currency asked for. */
    public String money() {
        return currency == null || currency.isEmpty() ? "CNY" : currency;
    }

    /** Whether lines are departments. */
    public boolean byDepartment() {
        return "department".equals(by);
    }
}
