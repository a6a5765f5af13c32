package xindang.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.notification.store.InboxStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** What a person was told, and how he wants to be told (我的通知). Nobody reaches the list of another, whatever his rights. */
@Service
public class Inbox {

    /** Further unread notices are not counted. */
    public static final int MOST_COUNTED = 100;

    private final InboxStore store;
    private final BusinessClock clock;

    Inbox(InboxStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** One page of the caller's notices, the latest first. */
    @Transactional(readOnly = true)
    public Page<InboxLine> page(Caller caller, @Nullable Topic topic, boolean unread, PageQuery query) {
        return store.page(caller.id(), topic, unread, query);
    }

    /** How many the caller has not read, {@link #MOST_COUNTED} at most. */
    @Transactional(readOnly = true)
    public int unread(Caller caller) {
        return store.unread(caller.id(), MOST_COUNTED);
    }

    /** The caller has read a notice; 404 for one that is not his. */
    @Transactional
    public void read(Caller caller, UUID notice) {
        if (!store.read(caller.id(), notice, clock.timestamp())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }

    /** The caller has read a notice and all older ones; what came meanwhile stays unread. */
    @Transactional
    public void readUpTo(Caller caller, UUID notice) {
        store.readUpTo(caller.id(), notice, clock.timestamp());
    }

    /** How the caller wants to be told. */
    @Transactional(readOnly = true)
    public Preference preference(Caller caller) {
        return store.preference(caller.id()).orElse(Preference.USUAL);
    }

    /**
     * Changes how the caller wants to be told, from the next notice on.
     *
     * @param wish with the version the change starts from
     * @throws Refusal 412 if he changed it elsewhere in between
     */
    @Transactional
    public Preference prefer(Caller caller, Preference wish) {
        if (!store.put(caller.id(), wish)) {
            throw Version.stale();
        }
        return preference(caller);
    }
}
