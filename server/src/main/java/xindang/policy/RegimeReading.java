package xindang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.format.PolicyDocument;
import xindang.format.PolicyWriter;
import xindang.format.regime.Difference;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.PolicyStore;

/** Reads the regime for people (制度查阅): what is in force where, its versions, and the whole as a file. */
@Service
public class RegimeReading {

    private final Regime regime;
    private final PolicyStore store;
    private final Trail trail;
    private final BusinessClock clock;

    RegimeReading(Regime regime, PolicyStore store, Trail trail, BusinessClock clock) {
        this.regime = regime;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** The regime of a node on a day. */
    public record InForce(NamedRef node, LocalDate date, List<Resolution> policies) {

        /** Copies the list. */
        public InForce {
            policies = List.copyOf(policies);
        }
    }

    /** A published version and its node. */
    public record Known(NamedRef node, PolicyDocument document) {}

    /** A file to keep. */
    public record File(String name, String text) {}

    /**
     * What is in force.
     *
     * @param node node; null for that of the caller
     * @param date day; null for today
     * @throws Refusal 404 for a node out of reach
     */
    @Transactional(readOnly = true)
    public InForce inForce(Caller caller, @Nullable UUID node, @Nullable LocalDate date) {
        UUID at = within(caller, node);
        LocalDate on = date == null ? clock.today() : date;
        return new InForce(new NamedRef(at, store.nodeName(at).orElse("")), on, regime.resolve(at, on));
    }

    /**
     * The whole regime of a node as a file, which another installation can bring in.
     *
     * @throws Refusal as for {@link #inForce}
     */
    @Transactional
    public File export(Caller caller, @Nullable UUID node, @Nullable LocalDate date) {
        InForce now = inForce(caller, node, date);
        trail.record(
                caller,
                Act.of(
                        now.node().id(),
                        "policy.export",
                        "policy",
                        now.node().id(),
                        now.node().name()));
        return new File(
                "regime-" + now.date() + ".json",
                PolicyWriter.export(now.policies().stream()
                        .map(one -> one.version().document())
                        .toList()));
    }

    /** Versions published at a node, the latest first. */
    @Transactional(readOnly = true)
    public Page<VersionLine> versions(Caller caller, @Nullable UUID node, @Nullable String kind, PageQuery query) {
        return store.page(within(caller, node), kind, query);
    }

    /**
     * A version.
     *
     * @throws Refusal 404 if there is none within reach or above it
     */
    @Transactional(readOnly = true)
    public Known version(Caller caller, UUID id) {
        return store.find(id)
                .filter(one -> caller.reaches(one.node()) || isAbove(caller, one.node()))
                .map(one -> new Known(new NamedRef(one.node(), one.nodeName()), regime.parse(one)))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** Whether a node's regime holds for the caller, because it lies above his. */
    private boolean isAbove(Caller caller, UUID node) {
        return store.isAbove(node, caller.node());
    }

    /**
     * What two versions of a kind say otherwise.
     *
     * @throws Refusal 404 if one is out of reach, 422 for two kinds
     */
    @Transactional(readOnly = true)
    public List<Difference> differences(Caller caller, UUID id, UUID with) {
        PolicyDocument after = version(caller, id).document();
        PolicyDocument before = version(caller, with).document();
        if (!after.ref().kind().equals(before.ref().kind())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("with", "unknown"));
        }
        return Difference.between(after.ref().kind(), DraftContent.members(before), DraftContent.members(after));
    }

    private static UUID within(Caller caller, @Nullable UUID node) {
        return Optional.ofNullable(node)
                .or(() -> Optional.of(caller.node()))
                .filter(caller::reaches)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }
}
