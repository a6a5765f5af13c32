package xindang.engine.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import xindang.engine.creditline.LimitFacts;
import xindang.engine.money.Money;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.PaymentBehaviour;
import xindang.engine.receivable.PaymentTrend;
import xindang.engine.warning.WarningFacts;

/**
 * The facts an assessment reads (评估依据): aggregates of one customer's receivables at the end of one day, nothing else. They
 * are stored with the decision, so that it can be replayed.
 *
 * @param weightedDaysLate days late weighted by amount, four decimals; empty without history
 * @param lateShare late part of that amount, 0 to 1, four decimals; empty without history
 * @param maxDaysPastDue longest days past due
 * @param overdueShare overdue part of the open debit amount, 0 to 1, four decimals
 * @param trend whether the customer pays slower than before
 * @param accounts the customer's receivables, one entry per currency
 */
public record CustomerFacts(
        Optional<BigDecimal> weightedDaysLate,
        Optional<BigDecimal> lateShare,
        int maxDaysPastDue,
        BigDecimal overdueShare,
        PaymentTrend trend,
        List<Account> accounts) {

    /** Copies the list. */
    public CustomerFacts {
        accounts = List.copyOf(accounts);
    }

    /** The facts of a customer who behaves so and has these accounts. */
    public static CustomerFacts of(PaymentBehaviour behaviour, List<Account> accounts) {
        return new CustomerFacts(
                behaviour.weightedDaysLate(),
                behaviour.lateShare(),
                behaviour.maxDaysPastDue(),
                behaviour.overdueShare(),
                behaviour.trend(),
                accounts);
    }

    /**
     * One account: the customer's receivables in one currency.
     *
     * @param warning what the warning rules read
     * @param limit what the limit formulas read
     */
    public record Account(WarningFacts.Account warning, LimitFacts limit) {

        /**
         * The facts of an account.
         *
         * @param measures its measures
         * @param zero nothing, in the account's currency
         * @param portfolioShare its part of all open receivables of the currency; empty if there are none
         * @param highestBalance its highest balance of the year; empty when no formula asks for it
         */
        public static Account of(
                AccountMeasures measures,
                Money zero,
                Optional<BigDecimal> portfolioShare,
                Optional<Money> highestBalance) {
            boolean salesKnown = measures.dated() > 0;
            int term = measures.usualTermDays();
            return new Account(
                    new WarningFacts.Account(
                            new Money(zero.currency(), measures.open()),
                            new Money(zero.currency(), measures.overdueDebit()),
                            measures.maxDaysPastDue(),
                            measures.openDisputed(),
                            portfolioShare),
                    new LimitFacts(
                            zero.currency(),
                            salesKnown ? new Money(zero.currency(), measures.issuedInYear()) : null,
                            salesKnown ? measures.invoicesInYear() : null,
                            highestBalance.orElse(null),
                            null,
                            null,
                            term < 0 ? null : term));
        }
    }
}
