package xindang.notification;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * Another system that is told of events (事件订阅), without its secret.
 *
 * @param node node whose events it hears of, with those of nodes below
 * @param kinds kinds of events, or {@code *} for all
 * @param oldSecretUntil until when the secret before also signs; null if there is none
 */
public record Subscription(
        UUID id,
        NamedRef node,
        String name,
        String address,
        List<String> kinds,
        boolean active,
        @Nullable OffsetDateTime oldSecretUntil,
        OffsetDateTime createdAt,
        int version) {

    /** Copies the list. */
    public Subscription {
        kinds = List.copyOf(kinds);
    }
}
