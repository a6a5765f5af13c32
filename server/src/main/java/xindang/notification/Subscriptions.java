package xindang.notification;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.Node;
import xindang.identity.Organisation;
import xindang.notification.store.SubscriptionStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** Other systems that are told of events (事件订阅管理), per node, by those who manage the ways out of the house. */
@Service
public class Subscriptions {

    /** Right of those who manage bots and subscriptions. */
    public static final String MANAGES = "notification.manage";

    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    /** So long the secret before also signs. */
    private static final Duration BOTH = Duration.ofDays(7);

    private final SecureRandom random = new SecureRandom();
    private final SubscriptionStore store;
    private final Organisation organisation;
    private final Sealing sealing;
    private final EventBook events;
    private final AddressGuard guard;
    private final Trail trail;
    private final BusinessClock clock;

    Subscriptions(
            SubscriptionStore store,
            Organisation organisation,
            Sealing sealing,
            EventBook events,
            Trail trail,
            AddressGuard guard,
            BusinessClock clock) {
        this.store = store;
        this.guard = guard;
        this.organisation = organisation;
        this.sealing = sealing;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A subscription with a new secret.
     *
     * @param secret what signatures are made with; shown now and never again
     */
    public record Made(Subscription subscription, String secret) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    /** One page of those within the caller's nodes. */
    @Transactional(readOnly = true)
    public Page<Subscription> page(Caller caller, PageQuery query) {
        return store.page(caller.nodes(), query);
    }

    /** One of those; 404 for any other. */
    @Transactional(readOnly = true)
    public Subscription find(Caller caller, UUID id) {
        return store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /**
     * Makes a subscription.
     *
     * @throws Refusal 422 for an unknown kind, a node out of reach, an address that cannot be called
     */
    @Transactional
    public Made make(Caller caller, SubscriptionStore.Draft draft) {
        require(draft);
        if (!caller.reaches(draft.node())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        UUID id = store.newId();
        String secret = newSecret();
        store.insert(id, draft, sealing.seal(id, secret), caller.id(), clock.timestamp());
        Subscription made = find(caller, id);
        record(caller, "notification.add-subscription", made);
        return new Made(made, secret);
    }

    /** Changes name, address, kinds and whether it is active; its node stays. */
    @Transactional
    public Subscription change(Caller caller, UUID id, int version, SubscriptionStore.Draft draft) {
        require(draft);
        find(caller, id);
        if (!store.update(id, version, draft)) {
            throw Version.stale();
        }
        Subscription changed = find(caller, id);
        record(caller, "notification.change-subscription", changed);
        return changed;
    }

    /** Gives a subscription a new secret; for a week both sign, so that the receiver has time to change over. */
    @Transactional
    public Made rotate(Caller caller, UUID id, int version) {
        find(caller, id);
        String secret = newSecret();
        if (!store.rotate(
                id, version, sealing.seal(id, secret), clock.timestamp().plus(BOTH))) {
            throw Version.stale();
        }
        Subscription rotated = find(caller, id);
        record(caller, "notification.rotate-subscription", rotated);
        return new Made(rotated, secret);
    }

    /** Removes a subscription with the record of what it was sent. */
    @Transactional
    public void remove(Caller caller, UUID id, int version) {
        Subscription removed = find(caller, id);
        if (!store.delete(id, version)) {
            throw Version.stale();
        }
        record(caller, "notification.remove-subscription", removed);
    }

    /** One page of what a subscription was sent, the latest first. */
    @Transactional(readOnly = true)
    public Page<WebhookLine> messages(Caller caller, UUID id, @Nullable String state, PageQuery query) {
        return store.messages(find(caller, id).id(), state, query);
    }

    /** Sends the events since an instant once more, in their order; how many those are. */
    @Transactional
    public int replay(Caller caller, UUID id, OffsetDateTime since) {
        Subscription to = find(caller, id);
        List<UUID> nodes =
                organisation.subtree(to.node().id()).stream().map(Node::id).toList();
        int again = store.replay(to, nodes, since, clock.timestamp());
        trail.record(
                caller,
                act("notification.replay-subscription", to)
                        .basedOn(Map.of("since", since.toString(), "events", String.valueOf(again))));
        return again;
    }

    /** Enters an event that tells nothing, so that a receiver can be tried out; other subscriptions to its kind hear of it, too. */
    @Transactional
    public void test(Caller caller, UUID id) {
        Subscription of = find(caller, id);
        events.enter(new OutgoingEvent(
                of.node().id(), "notification.subscription-tested", "subscription", of.id(), Map.of()));
    }

    private void require(SubscriptionStore.Draft draft) {
        for (String kind : draft.kinds()) {
            if (!EventKinds.isKnown(kind)) {
                throw Refusal.of(Code.INVALID_FIELDS, Reason.field("kinds", "unknown"));
            }
        }
        try {
            guard.entered(draft.address());
        } catch (AddressGuard.Forbidden forbidden) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("address", forbidden.code()));
        }
    }

    private String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void record(Caller caller, String action, Subscription of) {
        trail.record(
                caller,
                act(action, of).basedOn(Map.of("address", of.address(), "eventKinds", String.join(" ", of.kinds()))));
    }

    private static Act act(String action, Subscription of) {
        return Act.of(of.node().id(), action, "subscription", of.id(), of.name());
    }
}
