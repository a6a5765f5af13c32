package xindang.engine.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a card into flat arrays. One table per characteristic, then one per knock-out, then one per indicator that must be
 * checked but is read by no characteristic. A table is a run of slots; a value leads to one slot, the slot says what
 * happens.
 */
final class ScoreTables {

    static final byte ATTRIBUTE = 0;
    static final byte LOWEST = 1;
    static final byte NEUTRAL = 2;
    static final byte REDISTRIBUTED = 3;
    static final byte NO_HIT = 4;
    /** From here on there is no score. */
    static final byte MISSING = 5;

    static final byte INVALID = 6;
    static final byte NO_ATTRIBUTE = 7;

    final List<Indicator> tableIndicators = new ArrayList<>();
    final List<Integer> firsts = new ArrayList<>();
    final List<Integer> widths = new ArrayList<>();
    final List<Slot> slots = new ArrayList<>();
    final Map<String, Integer> numberIndex = new HashMap<>();
    final Map<String, Integer> textIndex = new HashMap<>();
    final Map<String, Map<String, Integer>> textCodes = new HashMap<>();

    private final Scorecard card;

    /** What a value leads to: points are {@code base + slope × value}, in ten-thousandths. */
    record Slot(long start, long base, long slope, byte how, int attribute) {
        Slot from(long other) {
            return new Slot(other, base, slope, how, attribute);
        }
    }

    ScoreTables(Scorecard card) {
        this.card = card;
        for (Indicator indicator : card.indicators()) {
            Map<String, Integer> index = isNumber(indicator) ? numberIndex : textIndex;
            index.put(indicator.name(), index.size());
            var codes = new HashMap<String, Integer>();
            for (String text : dictionary(indicator)) {
                codes.put(text, codes.size() + Reading.FIRST_TEXT);
            }
            textCodes.put(indicator.name(), codes);
        }
        card.characteristics().forEach(this::add);
        card.knockOuts().forEach(this::add);
        card.indicators().stream().filter(this::isUnread).forEach(this::addGuard);
    }

    static boolean isNumber(Indicator indicator) {
        return indicator.kind() == Indicator.Kind.QUANTITATIVE;
    }

    private List<String> dictionary(Indicator indicator) {
        return Reading.dictionary(indicator, card.characteristics(), card.knockOuts());
    }

    private boolean isUnread(Indicator indicator) {
        return card.characteristics().stream()
                .noneMatch(line -> line.indicator().equals(indicator.name()));
    }

    private void add(Characteristic line) {
        Indicator indicator = card.indicator(line.indicator()).orElseThrow();
        Reading reading = Reading.of(indicator, line.conditions(), dictionary(indicator));
        var byOutcome = new ArrayList<Slot>();
        for (int i = 0; i < line.attributes().size(); i++) {
            byOutcome.add(slot(line.attributes().get(i).points(), i));
        }
        addTable(indicator, reading, byOutcome, plain(NO_ATTRIBUTE), missing(line, reading, byOutcome));
    }

    private static Slot slot(Points points, int attribute) {
        return switch (points) {
            case Points.Fixed(var fixed) -> new Slot(0, fixed.raw(), 0, ATTRIBUTE, attribute);
            case Points.Linear(var base, var slope) -> new Slot(0, base.raw(), slope.raw(), ATTRIBUTE, attribute);
        };
    }

    private static Slot missing(Characteristic line, Reading reading, List<Slot> byOutcome) {
        return switch (line.missing()) {
            case REFUSE -> plain(MISSING);
            case LOWEST -> new Slot(0, fewest(line, reading), 0, LOWEST, -1);
            case NEUTRAL -> new Slot(0, line.baseline().raw(), 0, NEUTRAL, -1);
            case REDISTRIBUTE -> plain(REDISTRIBUTED);
            case BY_ATTRIBUTE ->
                reading.missing() == Reading.GAP ? plain(NO_ATTRIBUTE) : constant(byOutcome.get(reading.missing()));
        };
    }

    /** A missing value has no number to multiply a slope with; the line is taken at 0. */
    private static Slot constant(Slot slot) {
        return new Slot(0, slot.base(), 0, slot.how(), slot.attribute());
    }

    private static long fewest(Characteristic line, Reading reading) {
        PointRange range = PointRange.of(line.attributes(), reading);
        if (range == null) {
            throw new IllegalStateException("unchecked card: " + line.code());
        }
        return range.fewest();
    }

    private void add(KnockOut knockOut) {
        Indicator indicator = card.indicator(knockOut.indicator()).orElseThrow();
        var conditions = List.of(knockOut.condition());
        Slot hit = plain(ATTRIBUTE);
        Slot missing = knockOut.condition() instanceof Condition.Missing ? hit : plain(NO_HIT);
        addTable(
                indicator,
                Reading.of(indicator, conditions, dictionary(indicator)),
                List.of(hit),
                plain(NO_HIT),
                missing);
    }

    private void addGuard(Indicator indicator) {
        Reading reading = Reading.of(indicator, List.of(), dictionary(indicator));
        addTable(indicator, reading, List.of(), plain(NO_HIT), plain(NO_HIT));
    }

    private void addTable(Indicator indicator, Reading reading, List<Slot> byOutcome, Slot gap, Slot ifMissing) {
        Slot missing = indicator.required() ? plain(MISSING) : ifMissing;
        Slot invalid = indicator.invalid() == Indicator.Invalid.AS_MISSING ? missing : plain(INVALID);
        tableIndicators.add(indicator);
        firsts.add(slots.size());
        widths.add(reading.outcomes().size());
        for (int i = 0; i < reading.outcomes().size(); i++) {
            int outcome = reading.outcomes().get(i);
            Slot slot = outcome >= 0 ? byOutcome.get(outcome) : outcome == Reading.GAP ? gap : invalid;
            slots.add(isNumber(indicator) ? slot.from(reading.starts().get(i)) : i == 0 ? missing : slot);
        }
        if (isNumber(indicator)) {
            slots.add(missing);
            slots.add(invalid);
        }
    }

    private static Slot plain(byte how) {
        return new Slot(0, 0, 0, how, -1);
    }
}
