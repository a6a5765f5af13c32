package xindang.platform.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression that was compiled (表达式): evaluate it as often as you like, from any thread. */
public final class Expression implements Compiled {

    private final String text;
    private final ValueKind gives;
    private final Set<String> uses;
    private final CelRuntime.Program program;

    Expression(String text, ValueKind gives, Set<String> uses, CelRuntime.Program program) {
        this.text = text;
        this.gives = gives;
        this.uses = Set.copyOf(uses);
        this.program = program;
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Names that it uses. */
    public Set<String> uses() {
        return uses;
    }

    /**
     * Evaluates it.
     *
     * @param values a value for each name that it uses, of the kind declared; others are not looked at
     */
    public Outcome evaluate(Map<String, ?> values) {
        var given = new HashMap<String, Object>();
        for (String name : uses) {
            @Nullable Object value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no value for " + name);
            }
            given.put(name, value);
        }
        return of(given);
    }

    private Outcome of(Map<String, Object> given) {
        try {
            @Nullable Object found = program.eval(given);
            return found != null && gives.isOne(found)
                    ? new Outcome.Value(found)
                    : new Outcome.NoValue("gives no " + gives.code());
        } catch (CelEvaluationException unable) {
            return new Outcome.NoValue(String.valueOf(unable.getMessage()));
        }
    }

    /** Evaluates a condition where some of its names have no value: what reads one of them does not hold, unless the rest decides alone. */
    public boolean holdsAsFarAsKnown(Map<String, Object> values) {
        return of(values) instanceof Outcome.Value(Boolean truth) && truth;
    }

    /** Evaluates a condition; one that gives no value does not hold. */
    public boolean holds(Map<String, ?> values) {
        return evaluate(values) instanceof Outcome.Value(Boolean truth) && truth;
    }
}
