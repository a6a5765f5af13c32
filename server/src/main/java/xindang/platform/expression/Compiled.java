package xindang.platform.expression;

import java.util.List;

/** What became of a text (编译结果): an expression, or everything that is wrong with it. */
public sealed interface Compiled permits Expression, Compiled.Faulty {

    /**
     * A text that is no expression.
     *
     * @param faults what is wrong, at least one
     */
    record Faulty(List<Fault> faults) implements Compiled {

        /** Copies the list. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something wrong with a text.
     *
     * @param line line, from 1
     * @param column column, from 1
     * @param message what is wrong, in English, as the language tells it
     */
    record Fault(int line, int column, String message) {}
}
