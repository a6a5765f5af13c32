package xindang.engine.evaluation;

/** What an attribute gives (分值): a fixed number of points or a straight line over the indicator's value. */
public sealed interface Points {

    /**
     * The same points for every value.
     *
     * @param points may be negative
     */
    record Fixed(Measure points) implements Points {}

    /**
     * {@code base + slope × value}, rounded half up to four digits.
     *
     * @param base points at value 0
     * @param slope points per unit of the indicator
     */
    record Linear(Measure base, Measure slope) implements Points {}

    /** Fixed points from a decimal text. */
    static Points of(String points) {
        return new Fixed(Measure.of(points));
    }
}
