package xindang.notification;

import java.util.Map;
import java.util.UUID;

/**
 * Something that happened, for other systems (对外事件).
 *
 * @param node node the object belongs to
 * @param kind capability and past tense, one of {@link EventKinds}, such as {@code integration.import-finished}
 * @param aggregateKind kind of object
 * @param aggregate object, whose events are numbered and told in their order
 * @param facts a few plain facts; neither names nor amounts: whoever may read more asks for it by its id
 */
public record OutgoingEvent(UUID node, String kind, String aggregateKind, UUID aggregate, Map<String, String> facts) {

    /** Copies the facts. */
    public OutgoingEvent {
        facts = Map.copyOf(facts);
    }
}
