package xindang.platform.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list (列表页).
 *
 * @param items the rows, in the order asked for
 * @param next cursor of the following page; null on the last
 * @param count how many rows the whole list has
 * @param countExact false if the list is long and the count is an estimate
 */
public record Page<T>(List<T> items, @Nullable String next, long count, boolean countExact) {

    /** Copies the rows. */
    public Page {
        items = List.copyOf(items);
    }

    /** The same page with other rows. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(items.stream().<R>map(change).toList(), next, count, countExact);
    }
}
