package xindang.format;

import java.time.DateTimeException;
import java.time.Period;

/** Durations in policies (期限): ISO 8601 in years and months, for example {@code P12M}. */
final class Durations {

    private Durations() {}

    /** The months of a duration; days and nothing at all are refused. */
    static int months(Body body, String name) {
        return body.read(name, text -> {
            try {
                Period period = Period.parse(text);
                if (period.withDays(0).equals(period) && period.toTotalMonths() > 0 && period.toTotalMonths() <= 1200) {
                    return (int) period.toTotalMonths();
                }
            } catch (DateTimeException | ArithmeticException _) {
                // told below
            }
            throw new IllegalArgumentException("a duration of years and months is needed, for example P12M");
        });
    }
}
