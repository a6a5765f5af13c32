package xindang.policy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.NumberList;
import xindang.policy.store.NumberStore;

/** Reads series and numbers (编号查询), proves that there are no gaps, and declares numbers void (编号作废). */
@Service
public class NumberBook {

    private final NumberList list;
    private final NumberStore store;
    private final Trail trail;
    private final BusinessClock clock;

    NumberBook(NumberList list, NumberStore store, Trail trail, BusinessClock clock) {
        this.list = list;
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    /** Series of the nodes within reach. */
    @Transactional(readOnly = true)
    public Page<SeriesLine> series(
            Caller caller, @Nullable UUID node, @Nullable String kind, @Nullable Integer year, PageQuery query) {
        return list.series(caller.nodes(), node, kind, year, query);
    }

    /** Numbers of a series within reach. */
    @Transactional(readOnly = true)
    public Page<NumberLine> numbers(Caller caller, UUID series, @Nullable String state, PageQuery query) {
        require(caller, series);
        return list.numbers(series, state, query);
    }

    /** Whether a series within reach has gaps. */
    @Transactional(readOnly = true)
    public SeriesProof proof(Caller caller, UUID series) {
        require(caller, series);
        return list.proof(series);
    }

    private void require(Caller caller, UUID series) {
        if (!list.isWithin(caller.nodes(), series)) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }

    /** What has a number, or had it: within reach or gone to a node within reach, numbers of each company apart. */
    @Transactional(readOnly = true)
    public List<NumberLine> find(Caller caller, String number) {
        return list.find(caller.nodes(), number.strip());
    }

    /**
     * Declares a number void. It stays visible with the reason and is never given again.
     *
     * @throws Refusal 404 out of reach, 409 if it is void or was replaced
     */
    @Transactional
    public NumberLine declareVoid(Caller caller, UUID id, String reason) {
        NumberLine line = list.one(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (!store.voided(caller, id, reason, clock.timestamp())) {
            throw Refusal.of(PolicyProblem.NUMBER_CLOSED);
        }
        trail.record(
                caller,
                Act.of(line.node().id(), "policy.void-number", "number", id, line.number())
                        .basedOn(Map.of(
                                "reason", reason, "subject", line.subject().name())));
        return list.one(caller.nodes(), id).orElseThrow();
    }
}
