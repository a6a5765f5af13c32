package xindang.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.identity.Competence;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.notification.store.ChannelStore;
import xindang.notification.store.EventStore;
import xindang.notification.store.InboxStore;
import xindang.notification.store.NoticeStore;
import xindang.platform.jobs.Events;
import xindang.platform.time.BusinessClock;

/**
 * Finds out whom committed notices and events concern (分发): puts notices into lists, and sends them on their ways by mail, bots and
 * webhooks. One transaction for some of them at a time, so that a crash leaves each either waiting or spread.
 */
@Service
public class Spreading {

    private static final int AT_ONCE = 100;

    private final NoticeStore notices;
    private final InboxStore inboxes;
    private final ChannelStore channels;
    private final EventStore outgoing;
    private final Competence competence;
    private final Organisation organisation;
    private final MailSettings mail;
    private final Events pages;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    Spreading(
            NoticeStore notices,
            InboxStore inboxes,
            ChannelStore channels,
            EventStore outgoing,
            Competence competence,
            Organisation organisation,
            MailSettings mail,
            Events pages,
            BusinessClock clock,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.notices = notices;
        this.inboxes = inboxes;
        this.channels = channels;
        this.outgoing = outgoing;
        this.competence = competence;
        this.organisation = organisation;
        this.mail = mail;
        this.pages = pages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Spreads all that waits; how many notices and events that were. */
    public int run() {
        int spread = 0;
        notices.tellOfFailedJobs(OffsetDateTime.now(ZoneOffset.UTC), clock.today(), clock.timestamp());
        for (int now = AT_ONCE; now == AT_ONCE; spread += now) {
            now = someNotices();
        }
        for (int now = AT_ONCE; now == AT_ONCE; spread += now) {
            now = someEvents();
        }
        return spread;
    }

    private int someNotices() {
        var told = new LinkedHashSet<UUID>();
        Integer count = transaction.execute(_ -> {
            List<NoticeStore.Waiting> waiting = notices.waiting(AT_ONCE);
            waiting.forEach(notice -> told.addAll(spread(notice)));
            return waiting.size();
        });
        // Pages hear of it when it is there to be read.
        pages.sendTo(told, "notice", Map.of());
        return count == null ? 0 : count;
    }

    private Set<UUID> spread(NoticeStore.Waiting notice) {
        OffsetDateTime now = clock.timestamp();
        List<UUID> readers = readers(notice.audience());
        Map<UUID, Preference> wishes = inboxes.preferences(readers);
        var shown = new LinkedHashSet<UUID>();
        for (UUID reader : readers) {
            Preference wish = wishes.getOrDefault(reader, Preference.USUAL);
            if (wish.shows(notice.topic(), notice.urgent())) {
                notices.show(notice.id(), reader, now);
                shown.add(reader);
            }
            if (mail.isOn() && wish.mails(notice.topic())) {
                Instant due = DeliveryTime.of(now.toInstant(), notice.urgent(), wish);
                notices.mail(notice.id(), reader, due.atOffset(ZoneOffset.UTC));
            }
        }
        for (UUID channel : channels.of(organisation.above(notice.node()), notice.topic())) {
            notices.post(notice.id(), channel, now);
        }
        notices.spread(notice.id(), now);
        return shown;
    }

    private List<UUID> readers(Audience audience) {
        return switch (audience) {
            case Audience.People(List<UUID> users) ->
                users.stream().distinct().filter(this::isActive).toList();
            case Audience.HoldersOf(String right, UUID node) -> competence.holders(right, node);
            case Audience.InRole(String role, UUID node) -> competence.inRole(role, node);
        };
    }

    private boolean isActive(UUID user) {
        return organisation.user(user).filter(User::active).isPresent();
    }

    private int someEvents() {
        Integer count = transaction.execute(_ -> {
            if (!outgoing.lock()) {
                return 0;
            }
            List<EventStore.Waiting> waiting = outgoing.waiting(AT_ONCE);
            waiting.forEach(event -> outgoing.spread(event, organisation.above(event.node()), clock.timestamp()));
            return waiting.size();
        });
        return count == null ? 0 : count;
    }
}
