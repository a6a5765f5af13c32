package xindang.receivable;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ageing table (账龄行); amounts are decimal texts of the table's currency.
 *
 * @param key customer or department
 * @param amounts open amounts per bucket, youngest first
 * @param open their sum
 * @param overdue the sum of what is past due
 */
public record AgeingLine(Key key, List<String> amounts, String open, String overdue) {

    /** Copies the list. */
    public AgeingLine {
        amounts = List.copyOf(amounts);
    }

    /**
     * Whose line it is.
     *
     * @param number number of a customer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(UUID id, @Nullable String number, String name) {}
}
