package xindang.customerfile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a file from outside tells of it (外来客户记录).
 *
 * @param key number in the system the file comes from, or the name where there is none; null if neither identifies it there
 * @param name name; the key where there is none
 * @param creditCode unified social credit code (统一社会信用代码), valid; null if not told
 * @param department department in charge; null if not told
 * @param keeper user in charge; null if not told
 * @param kind {@code customer}, {@code supplier}, {@code dealer} or {@code agent}; null if not told
 * @param contact contact person; null if not told
 * @param phone phone of that person; null if not told
 */
public record CustomerRow(
        @Nullable String key,
        String name,
        @Nullable String creditCode,
        @Nullable UUID department,
        @Nullable UUID keeper,
        @Nullable String kind,
        @Nullable String industry,
        @Nullable String region,
        @Nullable String address,
        @Nullable String contact,
        @Nullable String phone) {

    /** A customer of whom only key and name are known, as a ledger tells. */
    public static CustomerRow of(String key, @Nullable String name) {
        return new CustomerRow(key, name == null ? key : name, null, null, null, null, null, null, null, null, null);
    }
}
