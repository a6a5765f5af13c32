package xindang.assess;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command has around it.
 *
 * @param out what the command has to say
 * @param err progress and problems
 * @param clock the only clock; read once, and only where a ledger has no date
 * @param variables environment variables by name
 */
record Environment(PrintStream out, PrintStream err, Clock clock, UnaryOperator<@Nullable String> variables) {

    /** The texts in the language of the environment. */
    Texts texts() {
        return texts(null);
    }

    /** The texts in a language asked for, else in that of the environment. */
    Texts texts(@Nullable String asked) {
        String variable = Optional.ofNullable(variables.apply("LC_ALL"))
                .filter(value -> !value.isEmpty())
                .or(() -> Optional.ofNullable(variables.apply("LANG")))
                .orElse("");
        return Texts.of(asked == null ? Texts.languageOf(variable) : asked);
    }
}
