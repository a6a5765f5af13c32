package xindang.integration;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which column holds what (字段映射), as guessed, remembered or chosen.
 *
 * @param columns number of the column from 0 by field key
 * @param dateOrder {@code day/month/year} or {@code month/day/year}; null = as the columns show
 * @param currency ISO code of amounts that name none; null = CNY
 * @param unit unit of all amounts, such as 万元; null = as the headers say
 */
public record Mapping(
        Map<String, Integer> columns,
        @Nullable String dateOrder,
        @Nullable String currency,
        @Nullable String unit) {

    /** Copies the columns. */
    public Mapping {
        columns = Map.copyOf(columns);
    }
}
