package xindang.receivable;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that narrows a list to customers (检索条件).
 *
 * @param text as it was asked
 * @param files all customers it finds; null if they are many, so that each row is asked instead
 */
public record TextFilter(String text, @Nullable List<UUID> files) {

    /** Copies the list. */
    public TextFilter {
        files = files == null ? null : List.copyOf(files);
    }
}
