package xindang.format.regime;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of values set per grade when the leading scale changes (等级体系变更). */
public final class GradesMoved {

    private final GradeTables tables;

    private GradesMoved(GradeTables tables) {
        this.tables = tables;
    }

    /**
     * From one scale to another.
     *
     * @param scales catalogue of scales, as parameter {@code rat.scales} has it
     * @return nothing if one of them is not there, or is the other
     */
    public static Optional<GradesMoved> between(@Nullable Object scales, String from, String to) {
        if (!(scales instanceof Map<?, ?> known)
                || !known.containsKey(from)
                || !known.containsKey(to)
                || from.equals(to)) {
            return Optional.empty();
        }
        return Optional.of(new GradesMoved(GradeTables.between(Trees.object(scales), from, to)));
    }

    /** The value of a parameter under the new scale; the same if it is not set per grade. */
    public @Nullable Object moved(String parameter, @Nullable Object value) {
        return tables.moved(parameter, value);
    }
}
