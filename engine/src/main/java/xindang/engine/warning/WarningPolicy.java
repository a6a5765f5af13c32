package xindang.engine.warning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xindang.engine.money.AmountByCurrency;

/**
 * The warning standards (预警标准, EWS-02) of one company as the rules read them.
 *
 * @param levels the levels, weakest first
 * @param active the kinds of rule that are switched on
 * @param overdueDays longest days past due from which each level is raised
 * @param overdueMinimum overdue amount below which {@code overdueDays} does not speak (R5)
 * @param gradeLevels level raised by each grade that warns by itself (EWS-06)
 * @param concentrationPercent share of all open receivables of a currency, in percent
 * @param daysSlower days by which the customer has become slower
 * @param slowerMinimumInvoices settled invoices that each of the two compared periods must hold
 * @param disputedInvoices number of disputed open invoices
 */
public record WarningPolicy(
        List<WarningLevel> levels,
        Set<WarningKind> active,
        Thresholds overdueDays,
        AmountByCurrency overdueMinimum,
        Map<String, WarningLevel> gradeLevels,
        Thresholds concentrationPercent,
        Thresholds daysSlower,
        int slowerMinimumInvoices,
        Thresholds disputedInvoices) {

    /** Copies the collections. */
    public WarningPolicy {
        levels = List.copyOf(levels);
        active = Set.copyOf(active);
        gradeLevels = Map.copyOf(gradeLevels);
    }

    /** The level with a code. */
    public Optional<WarningLevel> level(String code) {
        return levels.stream().filter(level -> level.code().equals(code)).findFirst();
    }
}
