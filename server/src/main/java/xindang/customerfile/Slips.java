package xindang.customerfile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.customerfile.store.KeeperStore;
import xindang.customerfile.store.SlipStore;
import xindang.engine.decision.Sha256;
import xindang.identity.Competence;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.access.Reach;
import xindang.platform.database.Wall;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/**
 * Hand-over of files from keeper to keeper (档案移交): a slip that both sign, each with his password asked for once more; the receiver's
 * signature moves the files. Requirement ORG-07; docs/adr/0097.
 */
@Service
public class Slips {

    /** Right of those who make slips for others, and sign in the place of a giver who cannot. */
    static final String MANAGES = "identity.manage";

    private final SlipStore store;
    private final KeeperStore keepers;
    private final Organisation organisation;
    private final Competence competence;
    private final FourEyes fourEyes;
    private final Wall wall;
    private final SlipNews news;
    private final Trail trail;
    private final BusinessClock clock;

    Slips(
            SlipStore store,
            KeeperStore keepers,
            Organisation organisation,
            Competence competence,
            FourEyes fourEyes,
            Wall wall,
            SlipNews news,
            Trail trail,
            BusinessClock clock) {
        this.store = store;
        this.keepers = keepers;
        this.organisation = organisation;
        this.competence = competence;
        this.fourEyes = fourEyes;
        this.wall = wall;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a slip is to be.
     *
     * @param giver who gives; null: the caller
     * @param department node whose files go, with those below it; only with selection {@code department}
     * @param files files that go; only with selection {@code chosen}
     */
    public record Draft(
            @Nullable UUID giver,
            UUID receiver,
            String selection,
            @Nullable UUID department,
            List<UUID> files,
            @Nullable String note) {

        /** Copies the list. */
        public Draft {
            files = List.copyOf(files);
        }
    }

    /** One page: the caller's own slips, and those of the people whose accounts he manages; the latest first. */
    @Transactional(readOnly = true)
    public Page<Slip> page(Caller caller, @Nullable String state, PageQuery query) {
        return store.page(caller.id(), caller.within(MANAGES).nodes(), state, query);
    }

    /** One of those; 404 for any other. */
    @Transactional(readOnly = true)
    public Slip find(Caller caller, UUID id) {
        return visible(caller, store.find(id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND)));
    }

    /** One page of the files of a slip that the caller reaches, by number. */
    @Transactional(readOnly = true)
    public Page<SlipFile> files(Caller caller, UUID id, PageQuery query) {
        return store.files(caller.within(Keepers.READS).reach(), find(caller, id), query);
    }

    private static Slip visible(Caller caller, Slip slip) {
        boolean party = List.of(slip.giver().id(), slip.receiver().id()).contains(caller.id());
        if (!party && !caller.within(MANAGES).reaches(slip.node().id())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        return slip;
    }

    /**
     * Makes a slip; the files on it stand on no other one until it is through.
     *
     * @throws Refusal 422 for a giver, receiver or file that does not fit; 409 if there is nothing to hand over, or the receiver
     *     may not read all of it
     */
    @Transactional
    public Slip make(Caller caller, Draft draft) {
        User giver = giver(caller, draft.giver());
        UUID receiver = receiver(giver, draft.receiver());
        UUID id = store.insert(giver, receiver, draft, caller.id(), clock.timestamp());
        int taken = store.take(id, giver.id(), nodes(draft), draft.selection().equals("chosen") ? draft.files() : null);
        if (taken == 0
                || (draft.selection().equals("chosen") && taken < draft.files().size())) {
            throw Refusal.of(
                    CustomerProblem.NOTHING_TO_HAND_OVER,
                    new Reason(null, "files", Map.of("code", "not-kept-or-on-slip", "taken", taken)));
        }
        requireReadable(id, competence.reach(receiver, Keepers.READS));
        Slip slip = store.find(id).orElseThrow();
        record(caller, "customerfile.make-slip", slip, Map.of("files", String.valueOf(taken)));
        news.waits(caller, slip, slip.giver().id());
        return slip;
    }

    private User giver(Caller caller, @Nullable UUID asked) {
        UUID giver = asked == null ? caller.id() : asked;
        return organisation
                .user(giver)
                .filter(user ->
                        giver.equals(caller.id()) || caller.within(MANAGES).reaches(user.node()))
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("giver", "unknown")));
    }

    private UUID receiver(User giver, UUID asked) {
        if (asked.equals(giver.id())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("receiver", "same-as-giver"));
        }
        return competence
                .staying(asked)
                .map(User::id)
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("receiver", "unknown")));
    }

    private @Nullable List<UUID> nodes(Draft draft) {
        if (!draft.selection().equals("department")) {
            return null;
        }
        if (draft.department() == null) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("department", "required"));
        }
        return organisation.subtree(draft.department()).stream()
                .map(node -> node.id())
                .toList();
    }

    private void requireReadable(UUID slip, Reach reach) {
        long beyond = store.beyond(slip, reach);
        if (beyond > 0) {
            throw Refusal.of(
                    CustomerProblem.RECEIVER_MAY_NOT_READ,
                    new Reason(null, "receiver", Map.of("code", "may-not-read", "files", beyond)));
        }
    }

    /** Signs as giver; the password was asked for. */
    @Transactional
    public Slip give(Caller caller, UUID id, int version) {
        Slip slip = open(caller, id, version, "made");
        if (!slip.giver().id().equals(caller.id())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        store.given(id, caller.id(), null, clock.timestamp());
        record(caller, "customerfile.give-slip", slip, Map.of());
        news.given(caller, slip);
        return store.find(id).orElseThrow();
    }

    /**
     * Signs in the place of a giver who is locked, with a reason; listed for audit.
     *
     * @throws Refusal 403 for giver and receiver themselves, 409 while the giver can sign
     */
    @Transactional
    public Slip giveInPlace(Caller caller, UUID id, int version, String reason) {
        Slip slip = open(caller, id, version, "made");
        if (!caller.reaches(slip.node().id())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        if (organisation.user(slip.giver().id()).filter(User::active).isPresent()) {
            throw Refusal.of(CustomerProblem.GIVER_CAN_SIGN);
        }
        fourEyes.inPlace(
                caller,
                new FourEyes.Matter(slip.node().id(), "customerfile.give-slip-in-place", id, slip.called()),
                List.of(slip.giver().id(), slip.receiver().id()),
                reason);
        store.given(id, caller.id(), reason, clock.timestamp());
        record(caller, "customerfile.give-slip-in-place", slip, Map.of("reason", reason));
        news.given(caller, slip);
        return store.find(id).orElseThrow();
    }

    /**
     * Signs as receiver and takes the files over, all in this transaction; the password was asked for.
     *
     * @throws Refusal 409 if he may not read one of them
     */
    @Transactional
    public Slip receive(Caller caller, UUID id, int version) {
        Slip slip = received(caller, id, version, "given");
        fourEyes.check(
                caller,
                new FourEyes.Matter(slip.node().id(), "customerfile.receive-slip", id, slip.called()),
                slip.giver().id(),
                null);
        if (competence.staying(caller.id()).isEmpty()) {
            throw Refusal.of(Code.NOT_SIGNED_IN);
        }
        requireReadable(id, caller.changingByOwn(Keepers.READS).reach());
        List<UUID> moved = keepers.move(id, slip.giver().id(), caller.id());
        store.end(id, "received", moved.size(), null, clock.timestamp());
        record(
                caller,
                "customerfile.receive-slip",
                slip,
                Map.of("files", String.valueOf(moved.size()), "filesHash", hash(moved)));
        news.received(caller, slip, moved.size());
        return store.find(id).orElseThrow();
    }

    /** SHA-256 of the ids in their order, one per line: whoever has the list of a slip can prove that it is the one that moved. */
    private static String hash(List<UUID> files) {
        String lines = files.stream().map(id -> id + "\n").collect(Collectors.joining());
        return Sha256.hex(lines);
    }

    /** Refuses to take the files, with a reason; they stay where they are. */
    @Transactional
    public Slip refuse(Caller caller, UUID id, int version, String reason) {
        Slip slip = received(caller, id, version, null);
        store.end(id, "refused", null, reason, clock.timestamp());
        record(caller, "customerfile.refuse-slip", slip, Map.of("reason", reason));
        news.ended(caller, slip);
        return store.find(id).orElseThrow();
    }

    /** Takes a slip back: the giver, or who made it or manages the giver's account. */
    @Transactional
    public void withdraw(Caller caller, UUID id, int version) {
        Slip slip = open(caller, id, version, null);
        if (slip.receiver().id().equals(caller.id()) && !slip.madeBy().id().equals(caller.id())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        store.end(id, "withdrawn", null, null, clock.timestamp());
        record(caller, "customerfile.withdraw-slip", slip, Map.of());
    }

    private Slip received(Caller caller, UUID id, int version, @Nullable String state) {
        Slip slip = open(caller, id, version, state);
        if (!slip.receiver().id().equals(caller.id())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        return slip;
    }

    /** A slip that is not through, locked; in one state where one is given. */
    private Slip open(Caller caller, UUID id, int version, @Nullable String state) {
        Slip slip = visible(caller, store.lock(id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND)));
        boolean fits = state == null ? slip.endedAt() == null : slip.state().equals(state);
        if (!fits) {
            throw Refusal.of(CustomerProblem.SLIP_NOT_OPEN, new Reason(null, null, Map.of("state", slip.state())));
        }
        if (slip.version() != version) {
            throw Version.stale();
        }
        return slip;
    }

    /** The entry belongs to the giver's node, which a receiver need not reach otherwise. */
    private void record(Caller caller, String act, Slip slip, Map<String, String> basis) {
        wall.opensFor(slip.node().id());
        trail.record(
                caller,
                Act.of(slip.node().id(), act, "slip", slip.id(), slip.called()).basedOn(basis));
    }
}
