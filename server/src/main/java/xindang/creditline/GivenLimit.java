package xindang.creditline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit that was decided (授信结果).
 *
 * @param file credit file
 * @param currency ISO code
 * @param state {@code no-credit}, {@code capped}, {@code unlimited} or {@code not-assessed}
 * @param amount the limit in the currency; only where it is capped
 * @param termDays days of credit; null if none was decided
 * @param decision record that explains and replays it
 */
public record GivenLimit(
        UUID file,
        String currency,
        String state,
        @Nullable String amount,
        @Nullable Integer termDays,
        UUID decision) {}
