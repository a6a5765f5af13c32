package xindang.platform.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for (分页参数); bound from the query by a controller's parameter of this type.
 *
 * @param limit rows per page, 50 by default, 500 at most
 * @param cursor {@code next} of the page before; null for the first
 * @param sort column, with a minus before it for descending; null for the list's own order
 */
public record PageQuery(
        @Nullable @Min(1) @Max(500) Integer limit,
        @Nullable @Size(max = 2000) String cursor,
        @Nullable @Size(max = 64) String sort) {

    private static final int USUAL = 50;

    /** Rows per page. */
    public int rows() {
        return limit == null ? USUAL : limit;
    }
}
