package xindang.receivable;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import xindang.engine.money.Money;
import xindang.engine.receivable.AccountMeasures;

/**
 * Figures of one account at the end of a day (账户数据), amounts in minor units of the currency.
 *
 * @param buckets open amount by bucket of the standard schedule, the first not due
 * @param maxDays longest days past due of an open invoice
 */
public record AccountFigures(
        UUID file,
        Currency currency,
        int items,
        int openItems,
        int disputed,
        long total,
        long open,
        long overdue,
        List<Long> buckets,
        int maxDays) {

    /** Copies the list. */
    public AccountFigures {
        buckets = List.copyOf(buckets);
    }

    /** The figures that were measured. */
    public static AccountFigures of(UUID file, Currency currency, AccountMeasures measures) {
        var buckets = new ArrayList<Long>(measures.schedule().buckets());
        for (int i = 0; i < measures.schedule().buckets(); i++) {
            buckets.add(measures.amount(i));
        }
        return new AccountFigures(
                file,
                currency,
                measures.invoices(),
                measures.openCount(),
                measures.disputed(),
                measures.total(),
                measures.open(),
                measures.overdue(),
                buckets,
                measures.maxDaysPastDue());
    }

    /** Digits of the currency. */
    public int digits() {
        return Money.digits(currency);
    }
}
