package xindang.engine.evaluation;

import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard ready to score (评分解释器): a table interpreter over flat arrays of whole numbers. No code is generated; a card
 * of ten characteristics takes well below a microsecond. Immutable, for any number of threads.
 *
 * <p>{@link #score} is the fast form for portfolio runs, {@link #evaluate} the readable one; both run the same code.
 */
public final class CompiledScorecard {

    /** A missing number. */
    public static final long MISSING_NUMBER = Long.MIN_VALUE;

    /** A number that could not be read. */
    public static final long INVALID_NUMBER = Long.MIN_VALUE + 1;

    /** A missing answer. */
    public static final int MISSING_ANSWER = 0;

    private final Scorecard card;
    private final RatingScale scale;
    private final Map<String, Integer> numberIndex;
    private final Map<String, Integer> textIndex;
    private final Map<String, Map<String, Integer>> textCodes;

    // Parallel arrays instead of objects: one cache line holds the bands of a whole characteristic.
    private final int lines;
    private final int tables;
    private final String[] tableIndicators;
    private final int[] input;
    private final int[] numberTables;
    private final int[] answerTables;
    private final long[] floors;
    private final int[] first;
    private final int[] width;
    private final long[] start;
    private final long[] base;
    private final long[] slope;
    private final byte[] how;
    private final int[] attribute;
    private final long[] baseline;
    private final long[] weight;
    private final long totalWeight;
    private final long initial;
    private final int[] cap;
    private final boolean below;

    private CompiledScorecard(Scorecard card, RatingScale scale, ScoreTables built) {
        this.card = card;
        this.scale = scale;
        numberIndex = built.numberIndex;
        textIndex = built.textIndex;
        textCodes = built.textCodes;
        lines = card.characteristics().size();
        tables = built.firsts.size();
        input = new int[tables];
        floors = scale.floors();
        tableIndicators = built.tableIndicators.stream().map(Indicator::name).toArray(String[]::new);
        for (int t = 0; t < tables; t++) {
            input[t] = index(tableIndicators[t]);
        }
        numberTables = tablesOf(built, Indicator.Kind.QUANTITATIVE);
        answerTables = tablesOf(built, Indicator.Kind.QUALITATIVE);
        first = built.firsts.stream().mapToInt(Integer::intValue).toArray();
        width = built.widths.stream().mapToInt(Integer::intValue).toArray();
        start = built.slots.stream().mapToLong(ScoreTables.Slot::start).toArray();
        base = built.slots.stream().mapToLong(ScoreTables.Slot::base).toArray();
        slope = built.slots.stream().mapToLong(ScoreTables.Slot::slope).toArray();
        attribute = built.slots.stream().mapToInt(ScoreTables.Slot::attribute).toArray();
        how = new byte[start.length];
        for (int i = 0; i < how.length; i++) {
            how[i] = built.slots.get(i).how();
        }
        baseline = card.characteristics().stream()
                .mapToLong(line -> line.baseline().raw())
                .toArray();
        weight = card.characteristics().stream()
                .mapToLong(line -> line.weight().raw())
                .toArray();
        totalWeight = card.totalWeight().raw();
        initial = card.initialScore().raw();
        below = card.reasons().direction() == Scorecard.Direction.POINTS_BELOW;
        cap = card.knockOuts().stream().mapToInt(this::capOf).toArray();
    }

    /**
     * Prepares a card for scoring on a scale.
     *
     * @throws IllegalArgumentException if a knock-out caps at a grade the scale does not have
     */
    public static CompiledScorecard of(Scorecard card, RatingScale scale) {
        return new CompiledScorecard(card, scale, new ScoreTables(card));
    }

    /** The card. */
    public Scorecard card() {
        return card;
    }

    /** The scale its grades belong to. */
    public RatingScale scale() {
        return scale;
    }

    /** A sheet of the right size, to be used by one thread. */
    public ScoreSheet newSheet() {
        return new ScoreSheet(tables, lines, Math.min(lines, card.reasons().atMost()));
    }

    /** How many numbers {@link #score} reads. */
    public int numbers() {
        return numberIndex.size();
    }

    /** How many answers {@link #score} reads. */
    public int answers() {
        return textIndex.size();
    }

    /** The place of an indicator among the numbers or among the answers, by its kind. */
    public int index(String indicator) {
        Integer index = numberIndex.containsKey(indicator) ? numberIndex.get(indicator) : textIndex.get(indicator);
        if (index == null) {
            throw new IllegalArgumentException("card " + card.id() + " reads no indicator " + indicator);
        }
        return index;
    }

    /** The code of an answer for {@link #score}; {@code null} is the missing answer. */
    public int answerCode(String indicator, @Nullable String text) {
        if (text == null) {
            return MISSING_ANSWER;
        }
        Map<String, Integer> codes = textCodes.get(indicator);
        Integer code = codes == null ? null : codes.get(text);
        return code == null ? Reading.UNKNOWN_TEXT : code;
    }

    /**
     * Scores one customer without allocating.
     *
     * @param numbers ten-thousandths by {@link #index}, or {@link #MISSING_NUMBER}, {@link #INVALID_NUMBER}
     * @param answers {@link #answerCode codes} by {@link #index}
     * @param sheet receives the outcome
     * @return whether there is a score
     */
    public boolean score(long[] numbers, int[] answers, ScoreSheet sheet) {
        // Two plain loops instead of one that asks for the kind of each table: the processor predicts both.
        for (int t : numberTables) {
            sheet.slots[t] = band(t, numbers[input[t]]);
        }
        for (int t : answerTables) {
            sheet.slots[t] = first[t] + answers[input[t]];
        }
        sheet.reasonCount = 0;
        sheet.distanceToBeat = 0;
        long sum = 0;
        long missingWeight = 0;
        int worstWay = 0;
        for (int t = 0; t < lines; t++) {
            int slot = sheet.slots[t];
            long points = slope[slot] == 0 ? base[slot] : PointRange.at(base[slot], slope[slot], numbers[input[t]]);
            sheet.points[t] = points;
            sum += points;
            worstWay = Math.max(worstWay, how[slot]);
            if (how[slot] == ScoreTables.REDISTRIBUTED) {
                missingWeight += weight[t];
            } else {
                long distance = below ? baseline[t] - points : points - baseline[t];
                if (distance > sheet.distanceToBeat) {
                    sheet.rank(t, distance);
                }
            }
        }
        boolean counts = missingWeight == 0 || missingWeight < totalWeight;
        return finish(sheet, sum, missingWeight, worstWay < ScoreTables.MISSING && counts);
    }

    private boolean finish(ScoreSheet sheet, long sum, long missingWeight, boolean linesScored) {
        boolean scored = linesScored;
        int worst = 0;
        for (int t = lines; t < tables; t++) {
            int slot = sheet.slots[t];
            scored &= how[slot] < ScoreTables.MISSING;
            if (how[slot] == ScoreTables.ATTRIBUTE) {
                worst = Math.max(worst, cap[t - lines]);
            }
        }
        sheet.scored = scored;
        if (scored) {
            sheet.plainSum = sum;
            sheet.missingWeight = missingWeight;
            sheet.score = initial + (missingWeight == 0 ? sum : spread(sum, missingWeight));
            sheet.gradeByScore = gradeFor(sheet.score);
            sheet.grade = Math.max(sheet.gradeByScore, worst);
        }
        return scored;
    }

    private long spread(long sum, long missingWeight) {
        return Measure.divideHalfUp(sum * totalWeight, totalWeight - missingWeight);
    }

    private int gradeFor(long score) {
        int grade = 0;
        for (long floor : floors) {
            grade += score < floor ? 1 : 0;
        }
        return grade;
    }

    /** Counts instead of searching: cards have few bands, and a loop without an exit does not mispredict. */
    private int band(int table, long value) {
        int at = first[table];
        int end = at + width[table];
        if (value > Measure.MAX_RAW || value < -Measure.MAX_RAW) {
            return value == MISSING_NUMBER ? end : end + 1;
        }
        int slot = at;
        for (int s = at + 1; s < end; s++) {
            slot += value >= start[s] ? 1 : 0;
        }
        return slot;
    }

    /** Scores one customer and says how the result came about. */
    public EvaluationResult evaluate(Indicators indicators) {
        long[] numbers = new long[numbers()];
        int[] answers = new int[answers()];
        for (Indicator indicator : card.indicators()) {
            String value = indicators.get(indicator.name());
            if (ScoreTables.isNumber(indicator)) {
                numbers[index(indicator.name())] = read(value);
            } else {
                answers[index(indicator.name())] = answerCode(indicator.name(), value);
            }
        }
        ScoreSheet sheet = newSheet();
        score(numbers, answers, sheet);
        return new SheetReader(this, sheet, indicators).result();
    }

    /** The way a table was left, see {@link ScoreTables}. */
    byte how(ScoreSheet sheet, int table) {
        return how[sheet.slots[table]];
    }

    /** The attribute a table was left by, from 1; 0 when none. */
    int attribute(ScoreSheet sheet, int table) {
        return attribute[sheet.slots[table]] + 1;
    }

    /** Name of the indicator a table reads. */
    String indicatorOf(int table) {
        return tableIndicators[table];
    }

    private static int[] tablesOf(ScoreTables built, Indicator.Kind kind) {
        return IntStream.range(0, built.tableIndicators.size())
                .filter(t -> built.tableIndicators.get(t).kind() == kind)
                .toArray();
    }

    private int capOf(KnockOut knockOut) {
        Grade grade = scale.byCode(knockOut.cappedAt())
                .orElseThrow(() -> new IllegalArgumentException("scorecard " + card.id() + ": knock-out "
                        + knockOut.code() + " caps at " + knockOut.cappedAt() + ", which scale " + scale.id()
                        + " does not have"));
        return scale.grades().indexOf(grade);
    }

    private static long read(@Nullable String value) {
        if (value == null) {
            return MISSING_NUMBER;
        }
        try {
            return Measure.of(value).raw();
        } catch (IllegalArgumentException _) {
            return INVALID_NUMBER;
        }
    }
}
