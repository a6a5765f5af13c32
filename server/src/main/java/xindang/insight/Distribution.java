package xindang.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How customers of one currency spread (组合分布); amounts are decimal texts of that currency.
 *
 * @param asOf business date
 * @param grades one line per grade of the scale in force, best first
 * @param notRated customers without a grade
 * @param limits bands of capped limits
 * @param states states of limits
 */
public record Distribution(
        LocalDate asOf, List<GradeShare> grades, int notRated, List<LimitBand> limits, List<StateShare> states) {

    /** Copies the lists. */
    public Distribution {
        grades = List.copyOf(grades);
        limits = List.copyOf(limits);
        states = List.copyOf(states);
    }

    /** Customers of one grade. */
    public record GradeShare(String grade, int step, int steps, int customers, String open, String limit) {}

    /**
     * Capped limits of a band.
     *
     * @param from lowest limit of the band
     * @param to first limit beyond it; null: no upper end
     */
    public record LimitBand(String from, @Nullable String to, int customers, String limit) {}

    /** Customers whose limit is in a state. */
    public record StateShare(String state, int customers) {}
}
