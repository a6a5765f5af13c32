package xindang.secrecy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.platform.access.Caller;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.store.GateStore;

/**
 * The gate before a single file (查阅关口): tells whether a reader may pass, and records each reading of a confidential file and each
 * refusal. The content itself is closed by the database (docs/adr/0092); this says so to people.
 */
@Service
public class FileGate {

    static final String READ = "secrecy.read-file";
    static final String REFUSED = "secrecy.refuse-file";

    /** A page asks several questions about its file; together they are one reading. */
    private static final Duration ONE_READING = Duration.ofMinutes(1);

    private final GateStore store;
    private final ClearanceBook clearances;
    private final Trail trail;
    private final BusinessClock clock;

    FileGate(GateStore store, ClearanceBook clearances, Trail trail, BusinessClock clock) {
        this.store = store;
        this.clearances = clearances;
        this.trail = trail;
        this.clock = clock;
    }

    /** What a decision is about, if the reader may know. */
    @Transactional(readOnly = true)
    public Optional<UUID> subject(UUID decision) {
        return store.subject(decision);
    }

    /** Whether a file may be read; a file out of reach is nothing the gate knows of and passes. */
    @Transactional
    public boolean passes(Caller caller, UUID file) {
        Optional<GateStore.Head> found = store.find(caller.reach(), file);
        if (found.isEmpty() || !found.get().level().isGuarded()) {
            return true;
        }
        GateStore.Head head = found.get();
        if (head.open()) {
            recordReading(caller, head);
        } else {
            trail.record(
                    caller,
                    act(head, REFUSED)
                            .basedOn(Map.of(
                                    "level",
                                    head.level().code(),
                                    "clearance",
                                    clearances.of(caller.id()).code())));
        }
        return head.open();
    }

    private void recordReading(Caller caller, GateStore.Head head) {
        OffsetDateTime now = clock.timestamp();
        if (store.isRecorded(caller.id(), head.file(), READ, now.minus(ONE_READING))) {
            return;
        }
        var clearance = clearances.of(caller.id());
        String basis = head.level().above(clearance) ? "grant" : "clearance";
        String value = head.level().above(clearance)
                ? store.grant(caller.id(), head.file(), now).map(UUID::toString).orElse("")
                : clearance.code();
        trail.record(
                caller, act(head, READ).basedOn(Map.of("level", head.level().code(), basis, value)));
    }

    private static Act act(GateStore.Head head, String action) {
        return Act.of(head.company(), action, "customer", head.file(), head.name());
    }
}
