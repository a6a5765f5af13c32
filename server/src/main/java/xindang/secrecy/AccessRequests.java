package xindang.secrecy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.store.GateStore;
import xindang.secrecy.store.RequestStore;

/** Access to single files on request (查阅申请): somebody asks with a purpose, somebody else who is cleared decides. */
@Service
public class AccessRequests {

    private static final String READS = "secrecy.read";

    /** Right of those who decide and see everybody's requests. */
    static final String DECIDES = "secrecy.decide";

    private final RequestStore store;
    private final GateStore files;
    private final ClearanceBook clearances;
    private final FourEyes fourEyes;
    private final RequestNews news;
    private final Trail trail;
    private final BusinessClock clock;

    AccessRequests(
            RequestStore store,
            GateStore files,
            ClearanceBook clearances,
            FourEyes fourEyes,
            RequestNews news,
            Trail trail,
            BusinessClock clock) {
        this.store = store;
        this.files = files;
        this.clearances = clearances;
        this.fourEyes = fourEyes;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /** One page, the latest first: one's own, and everybody's where one decides or reads about secrets. */
    @Transactional(readOnly = true)
    public Page<RequestLine> page(Caller caller, @Nullable String state, PageQuery query) {
        List<Reach> others =
                List.of(caller.within(DECIDES).reach(), caller.within(READS).reach());
        return store.page(caller.reach(), caller.id(), others, state, clock.timestamp(), query);
    }

    /**
     * Asks for a closed file.
     *
     * @throws Refusal 404 out of reach, 409 if it is open to the caller or asked for already
     */
    @Transactional
    public RequestLine ask(Caller caller, UUID file, String purpose, int days) {
        GateStore.Head head = files.find(caller.reach(), file).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (head.open()) {
            throw Refusal.of(SecrecyProblem.ACCESS_NOT_NEEDED);
        }
        OffsetDateTime now = clock.timestamp();
        UUID id = store.insert(head, caller.id(), purpose, days, now)
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("file", "asked-already")));
        trail.record(
                caller,
                act(head.company(), "secrecy.ask-access", head.file(), head.name())
                        .basedOn(Map.of("request", id.toString(), "purpose", purpose, "days", String.valueOf(days))));
        news.asked(caller, head, id);
        return store.lock(caller.reach(), id, now).orElseThrow();
    }

    /**
     * Grants or refuses a request.
     *
     * @param exception why the requester himself decides; null if he does not
     * @throws Refusal 404 out of reach, 409 if it is decided, 412 if stale, 403 for one's own request or above one's clearance
     */
    @Transactional
    public RequestLine decide(
            Caller caller, UUID id, int version, boolean grant, String reason, @Nullable String exception) {
        OffsetDateTime now = clock.timestamp();
        RequestLine request = waiting(caller, id, version, now);
        GateStore.Head head = files.find(caller.reach(), request.file().id()).orElseThrow();
        String act = grant ? "secrecy.grant-access" : "secrecy.deny-access";
        fourEyes.check(
                caller,
                new FourEyes.Matter(head.company(), act, head.file(), head.name()),
                request.requester().id(),
                exception);
        SecrecyLevel clearance = clearances.of(caller.id());
        if (head.level().above(clearance)) {
            throw Refusal.of(
                    Code.ABOVE_CLEARANCE,
                    new Reason(null, null, Map.of("level", head.level().code(), "clearance", clearance.code())));
        }
        store.decide(
                id,
                grant ? "granted" : "refused",
                caller.id(),
                reason,
                now,
                grant ? now.plusDays(request.days()) : null);
        trail.record(
                caller,
                act(head.company(), act, head.file(), head.name())
                        .basedOn(Map.of(
                                "request",
                                id.toString(),
                                "requester",
                                request.requester().name(),
                                "reason",
                                reason)));
        news.decided(caller, head, request);
        return store.lock(caller.reach(), id, now).orElseThrow();
    }

    /**
     * Takes one's own request back, or ends a grant before its time: one's own, or as somebody who decides.
     *
     * @throws Refusal 404 for requests of others without the right, 409 if there is nothing to end, 412 if stale
     */
    @Transactional
    public void close(Caller caller, UUID id, int version) {
        OffsetDateTime now = clock.timestamp();
        RequestLine request = locked(caller, id, version, now);
        if (!request.requester().id().equals(caller.id())
                && !(request.state().equals("granted") && decides(caller, request))) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        String state = switch (request.state()) {
            case "asked" -> "withdrawn";
            case "granted" -> "ended";
            default -> throw Refusal.of(SecrecyProblem.REQUEST_DECIDED);
        };
        store.close(id, state, now);
        GateStore.Head head = files.find(caller.reach(), request.file().id()).orElseThrow();
        trail.record(
                caller,
                act(head.company(), "secrecy.end-access", head.file(), head.name())
                        .basedOn(Map.of("request", id.toString(), "state", state)));
    }

    /** Whether the caller decides about the file, by a right that he has there. */
    private boolean decides(Caller caller, RequestLine request) {
        return caller.may(DECIDES)
                && files.find(caller.within(DECIDES).reach(), request.file().id())
                        .isPresent();
    }

    private RequestLine waiting(Caller caller, UUID id, int version, OffsetDateTime now) {
        RequestLine request = locked(caller, id, version, now);
        if (!request.state().equals("asked")) {
            throw Refusal.of(SecrecyProblem.REQUEST_DECIDED);
        }
        return request;
    }

    private RequestLine locked(Caller caller, UUID id, int version, OffsetDateTime now) {
        RequestLine request = store.lock(caller.reach(), id, now).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (request.version() != version) {
            throw Version.stale();
        }
        return request;
    }

    private static Act act(UUID company, String action, UUID file, String name) {
        return Act.of(company, action, "customer", file, name);
    }
}
