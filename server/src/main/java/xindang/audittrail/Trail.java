package xindang.audittrail;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.store.TrailStore;
import xindang.platform.access.Caller;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;

/** Records acts and reads them (操作留痕). */
@Service
public class Trail {

    private final TrailStore store;
    private final BusinessClock clock;

    Trail(TrailStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Records acts of one command within the caller's transaction: both happen or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Caller caller, Act... acts) {
        record(
                caller.id(),
                caller.name(),
                Arrays.stream(acts).map(act -> signed(caller, act)).toArray(Act[]::new));
    }

    /** Whoever stands in for somebody says so. */
    private static Act signed(Caller caller, Act act) {
        return caller.onBehalfAt(act.node())
                .map(person -> {
                    var basis = new TreeMap<>(act.basis());
                    basis.put("onBehalfOf", person);
                    return act.basedOn(basis);
                })
                .orElse(act);
    }

    /** The same for an actor who has no session, such as the first administrator or a job's user. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UUID actor, String actorName, Act... acts) {
        UUID command = UUID.randomUUID();
        for (Act act : acts) {
            store.insert(content(actor, actorName, act, command));
        }
    }

    /**
     * The same for a job, within a transaction of {@code engineTransactions}.
     *
     * @param actor user on whose behalf the job runs
     */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void recordByJob(UUID actor, String actorName, Act... acts) {
        UUID command = UUID.randomUUID();
        for (Act act : acts) {
            store.insertByJob(content(actor, actorName, act, command));
        }
    }

    private EntryContent content(UUID actor, String actorName, Act act, UUID command) {
        return new EntryContent(
                act.action(),
                new TrailEntry.Actor(actor, actorName),
                clock.timestamp(),
                act.basis(),
                clock.today(),
                act.changes(),
                command,
                act.node(),
                new EntryContent.Subject(act.objectId(), act.objectKind(), act.objectName()));
    }

    /** Entries within the nodes, the latest first. */
    @Transactional(readOnly = true)
    public Page<TrailEntry> page(List<UUID> nodes, TrailFilter filter, PageQuery query) {
        return store.page(nodes, filter, query);
    }

    /** What happened to an object, the latest first. Whoever asks has checked that the caller may see the object. */
    @Transactional(readOnly = true)
    public Page<TrailEntry> of(List<UUID> nodes, UUID object, PageQuery query) {
        return store.page(nodes, TrailFilter.of(object), query);
    }
}
