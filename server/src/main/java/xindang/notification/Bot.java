package xindang.notification;

import java.util.Set;
import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * A bot of a messenger that tells a group of people (群机器人), without address and secret.
 *
 * @param node node whose notices it tells, with those of nodes below
 * @param language {@code zh} or {@code en}
 * @param host host of its address
 * @param signs whether it has a secret for signatures
 */
public record Bot(
        UUID id,
        NamedRef node,
        BotKind kind,
        String name,
        String language,
        Set<Topic> topics,
        String host,
        boolean signs,
        boolean active,
        int version) {

    /** Copies the set. */
    public Bot {
        topics = Set.copyOf(topics);
    }
}
