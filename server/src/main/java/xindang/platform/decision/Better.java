package xindang.platform.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a better grade lacks (升级差距).
 *
 * @param grade the next better grade
 * @param missing points the score lacks for it
 * @param changes single changes that are enough
 */
public record Better(String grade, String missing, List<BetterChange> changes) {

    /** Copies the list. */
    public Better {
        changes = List.copyOf(changes);
    }

    /**
     * One value changed.
     *
     * @param indicator its name
     * @param from the value of the record, null when missing
     * @param to the nearest value that is enough
     * @param grade the grade it earns
     */
    public record BetterChange(String indicator, @Nullable String from, String to, String grade) {}
}
