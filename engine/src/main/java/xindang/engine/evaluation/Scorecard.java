package xindang.engine.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * A scorecard as data (评分卡): indicators, characteristics with their points, knock-outs and the rule for reasons.
 *
 * <p>Construction checks the card; {@link #warnings} lists what is allowed but should be answered before publishing.
 *
 * @param id stable name of the card
 * @param label shown name
 * @param origin how strictly it is checked
 * @param initialScore points every customer starts with
 * @param indicators all indicators read, each named once
 * @param characteristics at least one, in card order
 * @param knockOuts may be empty
 * @param reasons which characteristics become reasons
 */
public record Scorecard(
        String id,
        Label label,
        Origin origin,
        Measure initialScore,
        List<Indicator> indicators,
        List<Characteristic> characteristics,
        List<KnockOut> knockOuts,
        ReasonRule reasons) {

    /** Who made the card. */
    public enum Origin {
        /** Our own: weights total 100 and are reachable, no gaps, no attribute without effect. */
        OWN,
        /** Taken over from elsewhere (PMML): a value no attribute takes gives no score; the rest is only warned of. */
        IMPORTED
    }

    /** Which side of the baseline is a reason (原因代码). */
    public enum Direction {
        /** Fewer points than the baseline speak against the customer; the usual case. */
        POINTS_BELOW,
        /** More points than the baseline speak against the customer, for cards where points count risk. */
        POINTS_ABOVE
    }

    /**
     * Which reasons a result names: the largest distances from the baseline first, equal ones in card order, only true ones
     * (distance above zero).
     *
     * @param direction which side counts
     * @param atMost the largest number of reasons, 0 to 64
     */
    public record ReasonRule(Direction direction, int atMost) {
        /** Checks the number. */
        public ReasonRule {
            if (atMost < 0 || atMost > 64) {
                throw new IllegalArgumentException("number of reasons " + atMost + " is not within 0 to 64");
            }
        }
    }

    /**
     * Copies and checks the card.
     *
     * @throws IllegalArgumentException naming the card, the characteristic and what is wrong
     */
    public Scorecard {
        indicators = List.copyOf(indicators);
        characteristics = List.copyOf(characteristics);
        knockOuts = List.copyOf(knockOuts);
        List<String> errors = CardCheck.errors(origin, initialScore, indicators, characteristics, knockOuts);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("scorecard " + id + ": " + String.join("; ", errors));
        }
    }

    /**
     * The card for another leading scale: each knock-out caps at the best grade that stands no better on the master scale than the one the
     * card names, or at the worst. The place decides and not the letter, as B of three grades stands better than B of five; so a cap never
     * becomes milder by it.
     *
     * @param leading scale the card is to grade on
     * @param written scale whose grades the card names; a grade it lacks is taken for one of the leading scale
     */
    public Scorecard on(RatingScale leading, RatingScale written) {
        if (leading.equals(written)) {
            return this;
        }
        List<KnockOut> moved = knockOuts.stream()
                .map(knockOut -> written.byCode(knockOut.cappedAt())
                        .map(grade -> knockOut.cappedAt(leading.noBetterThan(grade.position())))
                        .orElse(knockOut))
                .toList();
        return moved.equals(knockOuts)
                ? this
                : new Scorecard(id, label, origin, initialScore, indicators, characteristics, moved, reasons);
    }

    /** What should be answered before the card is published, in English; for example that it holds one kind only (STD-04). */
    public List<String> warnings() {
        return CardCheck.warnings(this);
    }

    /** The indicator of this name. */
    public Optional<Indicator> indicator(String name) {
        return indicators.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The sum of all weights. */
    public Measure totalWeight() {
        return new Measure(
                characteristics.stream().mapToLong(line -> line.weight().raw()).sum());
    }
}
