package xindang.customerfile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.customerfile.store.FileStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Clearances;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;

/** Sets how confidential a customer file is (定密): by people who are cleared for the old and the new level, with a reason. */
@Service
public class FileLevel {

    private final FileStore store;
    private final Clearances clearances;
    private final Trail trail;

    FileLevel(FileStore store, Clearances clearances, Trail trail) {
        this.store = store;
        this.clearances = clearances;
        this.trail = trail;
    }

    /**
     * Gives a file a level.
     *
     * @param version version the change starts from
     * @throws Refusal 404 out of reach, 412 if the file has another version, 403 above the caller's clearance
     */
    @Transactional
    public void change(Caller caller, UUID id, int version, SecrecyLevel level, String reason) {
        FileStore.Stored file = store.lock(caller.reach(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (file.version() != version) {
            throw Version.stale();
        }
        SecrecyLevel clearance = clearances.of(caller.id());
        if (level.above(clearance) || file.level().above(clearance)) {
            // Whoever marked it could not read it any more, nor take the mark back; and a look for some days is no
            // clearance.
            throw Refusal.of(
                    Code.ABOVE_CLEARANCE,
                    new Reason(null, "level", Map.of("level", level.code(), "clearance", clearance.code())));
        }
        if (level == file.level()) {
            return;
        }
        store.classify(id, level);
        trail.record(
                caller,
                Act.of(
                                file.company(),
                                "customerfile.classify",
                                "customer",
                                id,
                                file.number() + " " + file.party().name())
                        .with(List.of(new Change("level", file.level().code(), level.code())))
                        .basedOn(Map.of("reason", reason)));
    }
}
