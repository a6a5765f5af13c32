package xindang.customerfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.MoneyText;
import xindang.platform.rest.NamedRef;

/**
 * A customer as lists show it (客户列表行). Of a file that the reader may not read there are number, name, department and level only.
 *
 * @param id file
 * @param number business number
 * @param name name of the party
 * @param creditCode unified social credit code
 * @param grade grade in force
 * @param warning worst open warning and how many there are
 * @param limit limit in force; null if masked
 * @param open open amount in the currency lists show; null if masked
 * @param overdue of it past due; null if masked
 * @param usage open / limit, four decimals; null without a capped limit
 * @param maxDaysPastDue longest days past due of an open invoice
 * @param termDays payment term granted
 * @param keeper person who keeps the file (专管员)
 * @param deputyKeeper who keeps it when the keeper is away (副专管员)
 * @param department department in charge
 * @param otherCurrencies currencies besides that of open
 * @param assessedOn day of the latest assessment
 * @param level public, internal, confidential or secret (机密级别)
 * @param masked whether what is missing is kept from this reader
 */
public record CustomerLine(
        UUID id,
        String number,
        String name,
        @Nullable String creditCode,
        @Nullable GradeView grade,
        @Nullable WarningView warning,
        @Nullable LimitView limit,
        @Nullable MoneyText open,
        @Nullable MoneyText overdue,
        @Nullable String usage,
        @Nullable Integer maxDaysPastDue,
        @Nullable Integer termDays,
        @Nullable NamedRef keeper,
        @Nullable NamedRef deputyKeeper,
        @Nullable NamedRef department,
        List<String> otherCurrencies,
        @Nullable LocalDate assessedOn,
        String level,
        boolean masked) {

    /** Levels of warnings as the overview numbers them, from 1. */
    public static final List<String> LEVELS = List.of("attention", "warning", "severe");

    /** Copies the list. */
    public CustomerLine {
        otherCurrencies = List.copyOf(otherCurrencies);
    }

    /** A file above the reader's clearance: what tells it from others, and whom to ask. */
    public static CustomerLine masked(
            UUID id, String number, String name, @Nullable NamedRef department, SecrecyLevel level) {
        return new CustomerLine(
                id,
                number,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                department,
                List.of(),
                null,
                level.code(),
                true);
    }

    /**
     * A grade (等级) and its place on its scale.
     *
     * @param step 1 is the best of {@code steps}
     */
    public record GradeView(String code, String scale, int step, int steps) {}

    /**
     * Open warnings (预警).
     *
     * @param level the worst level
     * @param count how many
     */
    public record WarningView(String level, int count) {}

    /**
     * A limit (额度).
     *
     * @param state not-assessed, no-credit, capped or unlimited
     * @param amount amount of a capped one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LimitView(String state, @Nullable MoneyText amount) {}
}
