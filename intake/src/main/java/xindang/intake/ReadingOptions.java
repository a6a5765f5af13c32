package xindang.intake;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How to read.
 *
 * @param map columns named by the user, null = recognise all
 * @param currency currency of amounts that name none, null = CNY
 * @param chooser asked where a column stays ambiguous, null = stop with an {@link IntakeProblem}
 * @param progress told how far reading has come, null = nobody
 */
public record ReadingOptions(
        @Nullable ColumnMap map,
        @Nullable Currency currency,
        @Nullable Chooser chooser,
        @Nullable Progress progress) {

    /** Recognise everything, ask nobody. */
    public static final ReadingOptions NONE = new ReadingOptions(null, null, null, null);

    /** The answer to a question: the index of a reading; throws the question itself when there is no answer. */
    int answer(IntakeProblem question) {
        int answer = chooser == null ? -1 : chooser.choose(question);
        if (answer < 0 || answer >= question.readings().size()) {
            throw question;
        }
        return answer;
    }
}
