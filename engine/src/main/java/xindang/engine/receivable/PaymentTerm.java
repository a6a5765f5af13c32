package xindang.engine.receivable;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Payment term (账期, 付款条件): from the day of issue to the due day (AR-01).
 *
 * <p>Days are calendar days; a due day on a holiday stays where it is (the shift rule belongs to the calendar).
 */
public sealed interface PaymentTerm {

    /** The longest term accepted, in days or months: beyond ten years it is a typing error. */
    int LONGEST = 3660;

    /** The due day of something issued on {@code issued}. */
    LocalDate dueOn(LocalDate issued);

    /** A number of days after the issue (净天数); 0 = cash, due on the day itself. */
    record Net(int days) implements PaymentTerm {

        /** Refuses negative and absurd numbers of days. */
        public Net {
            requireBetween("days", days);
        }

        @Override
        public LocalDate dueOn(LocalDate issued) {
            return issued.plusDays(days);
        }
    }

    /**
     * Monthly closing (月结): the end of the month of issue, or of a later month, plus a number of days. {@code
     * EndOfMonth(0, 30)} is 月结30天; {@code EndOfMonth(1, 0)} is the end of the following month.
     */
    record EndOfMonth(int months, int days) implements PaymentTerm {

        /** Refuses negative and absurd numbers. */
        public EndOfMonth {
            requireBetween("months", months);
            requireBetween("days", days);
        }

        @Override
        public LocalDate dueOn(LocalDate issued) {
            return issued.plusMonths(months)
                    .with(TemporalAdjusters.lastDayOfMonth())
                    .plusDays(days);
        }
    }

    private static void requireBetween(String what, int value) {
        if (value < 0 || value > LONGEST) {
            throw new IllegalArgumentException(what + " of a payment term must lie in 0–" + LONGEST + ", not " + value);
        }
    }
}
