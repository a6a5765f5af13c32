package xindang.receivable;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items a list shows (应收筛选); what is null does not narrow. Items issued after the day are never shown.
 *
 * @param customer one customer
 * @param department one department, without those below it; a company means its customers of no department
 * @param asOf day; today if null
 * @param open only items of which something is open then, or only those of which nothing is
 * @param bucket code of an ageing bucket; means open items
 * @param currency currency
 * @param q beginning of an invoice number, or a text that finds customers
 */
public record ItemFilter(
        @Nullable UUID customer,
        @Nullable UUID department,
        @Nullable LocalDate asOf,
        @Nullable Boolean open,
        @Nullable @Size(max = 20) String bucket,

        @Nullable @Pattern(regexp = "[A-Z]{3}|") String currency,

        @Nullable @Size(max = 200) String q) {}
