package xindang.engine.collection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import xindang.engine.money.Rate;

/**
 * The collection ladder (催收阶梯) as data: rungs in order, each reached a number of days past due.
 *
 * @param rungs at least one, days rising, codes unique
 */
public record DunningLadder(List<Rung> rungs) {

    /** Checks that the rungs rise from day 1 on. */
    public DunningLadder {
        rungs = List.copyOf(rungs);
        int last = 0;
        var codes = new HashSet<String>();
        for (Rung rung : rungs) {
            if (rung.days() <= last) {
                throw new IllegalArgumentException(
                        "rung " + rung.code() + " must come after day " + last + ", not on day " + rung.days());
            }
            if (!codes.add(rung.code())) {
                throw new IllegalArgumentException("rung " + rung.code() + " stands twice");
            }
            last = rung.days();
        }
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder needs a rung");
        }
    }

    /** The highest rung reached by age alone, whatever was sent before: what a ledger without history can say. */
    public Optional<Rung> byAge(int daysPastDue) {
        return rungs.reversed().stream()
                .filter(rung -> daysPastDue >= rung.days())
                .findFirst();
    }

    /** The next rung after the one reached, if its day has come. No rung is ever skipped. */
    public Optional<Rung> next(int rungsReached, int daysPastDue) {
        return rungsReached < rungs.size()
                        && daysPastDue >= rungs.get(rungsReached).days()
                ? Optional.of(rungs.get(rungsReached))
                : Optional.empty();
    }

    /**
     * The ladder for a customer who gets a stricter one (COL-09): the days times a factor, rounded up, at least 1.
     * Where rounding makes two rungs fall on one day the later ones move on by a day, so that none is lost.
     */
    public DunningLadder stricter(Rate factor) {
        int last = 0;
        var shortened = new ArrayList<Rung>();
        for (Rung rung : rungs) {
            int days = BigDecimal.valueOf(rung.days())
                    .multiply(factor.value())
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact();
            last = Math.max(days, last + 1);
            shortened.add(new Rung(rung.code(), last, rung.role()));
        }
        return new DunningLadder(shortened);
    }
}
