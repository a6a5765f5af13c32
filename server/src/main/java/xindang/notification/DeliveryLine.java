package xindang.notification;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way to a bot (外发记录).
 *
 * @param kind kind of notice
 * @param state {@code waiting}, {@code sending}, {@code sent} or {@code failed}
 * @param dueAt when it is tried next, if it waits
 * @param fault why the last attempt failed; null if it did not
 */
public record DeliveryLine(
        UUID id,
        String kind,
        String state,
        OffsetDateTime dueAt,
        int attempts,
        @Nullable String fault,
        @Nullable OffsetDateTime sentAt) {}
