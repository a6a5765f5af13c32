package xindang.notification;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.notification.store.ChannelStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Bots of messengers per node (群机器人管理); their addresses and secrets come in and are never shown again. */
@Service
public class Bots {

    private final ChannelStore store;
    private final Sealing sealing;
    private final Trail trail;

    /** Hosts beside those of the messengers, for one that runs in the house. */
    private final List<String> hosts;

    Bots(ChannelStore store, Sealing sealing, Trail trail, @Value("${xindang.outbound.bot-hosts:}") String hosts) {
        this.store = store;
        this.sealing = sealing;
        this.trail = trail;
        this.hosts = Arrays.stream(hosts.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /**
     * A bot as somebody enters it.
     *
     * @param secret for signatures; null for none
     */
    public record Draft(
            UUID node,
            BotKind kind,
            String name,
            String language,
            Set<Topic> topics,
            String address,
            @Nullable String secret) {

        /** Copies the set. */
        public Draft {
            topics = Set.copyOf(topics);
        }

        @Override
        public String toString() {
            return "Draft";
        }
    }

    /** One page of those within the caller's nodes. */
    @Transactional(readOnly = true)
    public Page<Bot> page(Caller caller, PageQuery query) {
        return store.page(caller.nodes(), query);
    }

    /** One of those; 404 for any other. */
    @Transactional(readOnly = true)
    public Bot find(Caller caller, UUID id) {
        return store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /**
     * Adds a bot.
     *
     * @throws Refusal 422 for a node out of reach, or an address that is none of the messenger
     */
    @Transactional
    public Bot add(Caller caller, Draft draft) {
        if (!caller.reaches(draft.node())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        String host = host(draft);
        UUID id = store.newId();
        store.insert(
                id,
                new ChannelStore.Draft(
                        draft.node(), draft.kind(), draft.name(), draft.language(), draft.topics(), host, true),
                sealing.seal(id, draft.address().strip()),
                draft.secret() == null ? null : sealing.seal(id, draft.secret()));
        Bot added = find(caller, id);
        record(caller, "notification.add-bot", added);
        return added;
    }

    /** Whatever host could be entered here would be told the house's notices, so only the messengers' may. */
    private String host(Draft draft) {
        URI address;
        try {
            address = AddressGuard.written(draft.address());
        } catch (AddressGuard.Forbidden forbidden) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("address", forbidden.code()));
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (!draft.kind().hosts().contains(host) && !hosts.contains(host)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("address", "not-of-messenger"));
        }
        return host;
    }

    /** Changes name, language, topics and whether it is active; another address is another bot. */
    @Transactional
    public Bot change(
            Caller caller, UUID id, int version, String name, String language, Set<Topic> topics, boolean active) {
        find(caller, id);
        if (!store.update(id, version, name, language, topics, active)) {
            throw Version.stale();
        }
        Bot changed = find(caller, id);
        record(caller, "notification.change-bot", changed);
        return changed;
    }

    /** Removes a bot with the record of what it was sent. */
    @Transactional
    public void remove(Caller caller, UUID id, int version) {
        Bot removed = find(caller, id);
        if (!store.delete(id, version)) {
            throw Version.stale();
        }
        record(caller, "notification.remove-bot", removed);
    }

    /** One page of what a bot was sent, the latest first. */
    @Transactional(readOnly = true)
    public Page<DeliveryLine> deliveries(Caller caller, UUID id, @Nullable String state, PageQuery query) {
        return store.deliveries(find(caller, id).id(), state, query);
    }

    private void record(Caller caller, String action, Bot bot) {
        trail.record(
                caller,
                Act.of(bot.node().id(), action, "bot", bot.id(), bot.name())
                        .basedOn(Map.of(
                                "messenger",
                                bot.kind().code(),
                                "host",
                                bot.host(),
                                "active",
                                String.valueOf(bot.active()))));
    }
}
