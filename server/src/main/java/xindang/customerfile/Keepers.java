package xindang.customerfile;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.customerfile.store.FileStore;
import xindang.customerfile.store.KeeperStore;
import xindang.identity.Competence;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Keeper and deputy keeper of a file (专管员与副专管员): two people who may read it, each known with the days he kept it. Requirement
 * ORG-07; docs/adr/0097.
 */
@Service
public class Keepers {

    /** Whoever keeps a file may read it. */
    public static final String READS = "customerfile.read";

    private final KeeperStore store;
    private final Competence competence;

    Keepers(KeeperStore store, Competence competence) {
        this.store = store;
        this.competence = competence;
    }

    /** Who kept a file, the latest first. Whoever asks has checked that the caller may see the file. */
    @Transactional(readOnly = true)
    public List<Keeping> of(UUID file) {
        return store.history(file);
    }

    /** The keeper after a change. */
    @Nullable
    UUID keeper(Caller caller, FileStore.Stored file, @Nullable UUID asked) {
        if (asked == null || asked.equals(file.keeper())) {
            return file.keeper();
        }
        requireFit(caller, file, asked, "keeper");
        return asked;
    }

    /** The deputy keeper after a change; a deputy who becomes the keeper is no deputy any more. */
    @Nullable
    UUID deputy(Caller caller, FileStore.Stored file, @Nullable UUID newKeeper, @Nullable String asked) {
        UUID keeper = newKeeper == null ? file.keeper() : newKeeper;
        UUID present = file.deputyKeeper();
        if (asked == null) {
            return present != null && present.equals(keeper) ? null : present;
        }
        if (asked.isEmpty()) {
            return null;
        }
        UUID deputy = UUID.fromString(asked);
        if (deputy.equals(keeper)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("deputyKeeper", "same-as-keeper"));
        }
        if (!deputy.equals(present)) {
            requireFit(caller, file, deputy, "deputyKeeper");
        }
        return deputy;
    }

    /** Somebody within the caller's reach, active, who may read the file. */
    private void requireFit(Caller caller, FileStore.Stored file, UUID person, String field) {
        if (competence
                .staying(person)
                .filter(user -> caller.reaches(user.node()))
                .isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field(field, "unknown"));
        }
        if (!competence.reach(person, READS).covers(file.company(), file.department())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field(field, "may-not-read"));
        }
    }
}
