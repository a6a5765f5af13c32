package xindang.engine.warning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import xindang.engine.money.Money;
import xindang.engine.receivable.PaymentTrend;

/**
 * What the warning rules may know of one customer at the end of one day.
 *
 * @param accounts one entry per currency
 * @param grade code of the customer's grade, empty if it is not rated
 * @param trend whether it pays slower than before
 */
public record WarningFacts(List<Account> accounts, Optional<String> grade, PaymentTrend trend) {

    /** Copies the list. */
    public WarningFacts {
        accounts = List.copyOf(accounts);
    }

    /**
     * The customer's receivables in one currency.
     *
     * @param open open amount, credit lines deducted
     * @param overdue open debit amount past due
     * @param maxDaysPastDue longest days past due
     * @param openDisputed number of disputed open invoices
     * @param portfolioShare part of all open receivables of the currency, 0 to 1; empty if there are none
     */
    public record Account(
            Money open, Money overdue, int maxDaysPastDue, int openDisputed, Optional<BigDecimal> portfolioShare) {}
}
