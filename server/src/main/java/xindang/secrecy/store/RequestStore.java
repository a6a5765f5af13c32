package xindang.secrecy.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.SECRECY_REQUEST;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;
import xindang.secrecy.RequestLine;

/** Table of requests to read files (查阅申请表). */
@Repository
public class RequestStore {

    private static final Keyset LIST =
            Keyset.of("secrecy.requests", SECRECY_REQUEST.ID, "-at").sortable("at", SECRECY_REQUEST.ID);

    private static final Field<String> REQUESTER =
            IDENTITY_USER.as("requester").NAME.as("requester_name");
    private static final Field<String> DECIDER =
            IDENTITY_USER.as("decider").NAME.as("decider_name");

    private final DSLContext db;
    private final Cursors cursors;

    RequestStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** A new request; nothing if the same person has asked for the same file and waits. */
    public Optional<UUID> insert(GateStore.Head file, UUID requester, String purpose, int days, OffsetDateTime now) {
        var r = SECRECY_REQUEST;
        return db.insertInto(r)
                .set(r.NODE_ID, file.company())
                .set(r.FILE_ID, file.file())
                .set(r.REQUESTER_ID, requester)
                .set(r.PURPOSE, purpose)
                .set(r.DAYS, days)
                .set(r.ASKED_AT, now)
                .onConflictDoNothing()
                .returning(r.ID)
                .fetchOptional(r.ID);
    }

    /** One page within reach, the latest first; of one person only where one is given. */
    public Page<RequestLine> page(
            Reach reach,
            UUID requester,
            List<Reach> others,
            @Nullable String state,
            OffsetDateTime now,
            PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = within(reach)
                .and(SECRECY_REQUEST
                        .REQUESTER_ID
                        .eq(requester)
                        .or(DSL.or(others.stream().map(RequestStore::within).toList())))
                .and(state == null || state.isEmpty() ? DSL.noCondition() : SECRECY_REQUEST.STATE.eq(state));
        var fields = fields();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                select(fields, condition),
                cursors,
                Keyset.count(
                        db,
                        SECRECY_REQUEST
                                .join(CUSTOMERFILE_OVERVIEW)
                                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(SECRECY_REQUEST.FILE_ID)),
                        condition),
                row -> line(row, now));
    }

    /**
     * Requests that wait.
     *
     * @param node department in charge of the files, or their company
     * @param requests how many
     */
    public record Waiting(UUID node, long requests) {}

    /** Requests of others than a person that wait, by department, also where the one who asks does not reach. */
    public List<Waiting> waiting(UUID person) {
        return db.resultQuery(
                        "select coalesce(department, company), sum(requests) from secrecy_waiting(?) group by 1",
                        person)
                .fetch(row -> new Waiting(row.get(0, UUID.class), row.get(1, Long.class)));
    }

    /** A request within reach, locked for a change. */
    public Optional<RequestLine> lock(Reach reach, UUID id, OffsetDateTime now) {
        return select(fields(), within(reach).and(SECRECY_REQUEST.ID.eq(id)))
                .forUpdate()
                .of(SECRECY_REQUEST)
                .fetchOptional(row -> line(row, now));
    }

    /** Decides a locked request. */
    public void decide(
            UUID id, String state, UUID by, String reason, OffsetDateTime now, @Nullable OffsetDateTime endsAt) {
        var r = SECRECY_REQUEST;
        db.update(r)
                .set(r.STATE, state)
                .set(r.DECIDED_BY, by)
                .set(r.DECIDED_AT, now)
                .set(r.REASON, reason)
                .set(r.ENDS_AT, endsAt)
                .set(r.VERSION, r.VERSION.plus(1))
                .where(r.ID.eq(id))
                .execute();
    }

    /** Takes a locked request that waits back, or ends one that was granted. */
    public void close(UUID id, String state, OffsetDateTime now) {
        var r = SECRECY_REQUEST;
        db.update(r)
                .set(r.STATE, state)
                .set(r.ENDS_AT, state.equals("ended") ? now : null)
                .set(r.VERSION, r.VERSION.plus(1))
                .where(r.ID.eq(id))
                .execute();
    }

    private static Condition within(Reach reach) {
        return Scoped.within(reach, CUSTOMERFILE_OVERVIEW.NODE_ID, CUSTOMERFILE_OVERVIEW.DEPARTMENT_ID);
    }

    private static List<SelectFieldOrAsterisk> fields() {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(SECRECY_REQUEST.fields()));
        fields.addAll(List.of(
                CUSTOMERFILE_OVERVIEW.NUMBER,
                CUSTOMERFILE_OVERVIEW.NAME,
                CUSTOMERFILE_OVERVIEW.LEVEL,
                REQUESTER,
                DECIDER));
        return fields;
    }

    private SelectConditionStep<Record> select(List<SelectFieldOrAsterisk> fields, Condition condition) {
        var requester = IDENTITY_USER.as("requester");
        var decider = IDENTITY_USER.as("decider");
        return db.select(fields)
                .from(SECRECY_REQUEST)
                .join(CUSTOMERFILE_OVERVIEW)
                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(SECRECY_REQUEST.FILE_ID))
                .join(requester)
                .on(requester.ID.eq(SECRECY_REQUEST.REQUESTER_ID))
                .leftJoin(decider)
                .on(decider.ID.eq(SECRECY_REQUEST.DECIDED_BY))
                .where(condition);
    }

    private static RequestLine line(Record row, OffsetDateTime now) {
        var r = SECRECY_REQUEST;
        OffsetDateTime ends = row.get(r.ENDS_AT);
        String state = row.get(r.STATE);
        UUID decider = row.get(r.DECIDED_BY);
        return new RequestLine(
                row.get(r.ID),
                new NamedRef(
                        row.get(r.FILE_ID),
                        row.get(CUSTOMERFILE_OVERVIEW.NUMBER) + " " + row.get(CUSTOMERFILE_OVERVIEW.NAME)),
                SecrecyLevel.of(row.get(CUSTOMERFILE_OVERVIEW.LEVEL)).code(),
                new NamedRef(row.get(r.REQUESTER_ID), row.get(REQUESTER)),
                row.get(r.PURPOSE),
                row.get(r.DAYS),
                state.equals("granted") && ends != null && !ends.isAfter(now) ? "expired" : state,
                row.get(r.ASKED_AT),
                decider == null ? null : new NamedRef(decider, row.get(DECIDER)),
                row.get(r.DECIDED_AT),
                row.get(r.REASON),
                ends,
                row.get(r.VERSION));
    }
}
