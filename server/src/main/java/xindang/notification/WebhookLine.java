package xindang.notification;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a subscriber (推送记录).
 *
 * @param event id of the event, which a receiver knows it again by
 * @param state {@code waiting}, {@code sending}, {@code delivered} or {@code dead}
 * @param dueAt when it is tried next, if it waits
 * @param status status of the last answer; null if there was none
 * @param fault why the last attempt failed; null if it did not
 */
public record WebhookLine(
        UUID id,
        UUID event,
        String kind,
        UUID aggregate,
        long sequence,
        OffsetDateTime at,
        String state,
        OffsetDateTime dueAt,
        int attempts,
        @Nullable Integer status,
        @Nullable String fault,
        @Nullable OffsetDateTime finishedAt) {}
