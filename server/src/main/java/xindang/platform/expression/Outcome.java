package xindang.platform.expression;

/** What came of an evaluation (计算结果). */
public sealed interface Outcome {

    /**
     * It gave a value.
     *
     * @param value of the kind the expression was compiled for
     */
    record Value(Object value) implements Outcome {}

    /**
     * It gave none.
     *
     * @param why division by zero, a number too large, a date that is none, too many steps
     */
    record NoValue(String why) implements Outcome {}
}
