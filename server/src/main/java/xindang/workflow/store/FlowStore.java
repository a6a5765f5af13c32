package xindang.workflow.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.WORKFLOW_CASE;
import static xindang.schema.Tables.WORKFLOW_DRAFT;
import static xindang.schema.Tables.WORKFLOW_FLOW;
import static xindang.schema.Tables.WORKFLOW_VERSION;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.workflow.FlowLine;
import xindang.workflow.FlowVersion;

/** Tables of flows, their drafts and versions (流程表、流程草稿表、流程版本表). */
@Repository
public class FlowStore {

    private static final Keyset LIST =
            Keyset.of("workflow.flows", WORKFLOW_FLOW.ID, "-at").sortable("at", WORKFLOW_FLOW.ID);

    private final DSLContext db;
    private final Cursors cursors;

    FlowStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /**
     * What a flow is to say next.
     *
     * @param findings what the last check found, as JSON; null if it was changed since
     */
    public record Draft(
            String definition, boolean checked, @Nullable String findings, List<UUID> authors, int version) {

        /** Copies the list. */
        public Draft {
            authors = List.copyOf(authors);
        }
    }

    /** What a version says. */
    public record Stored(UUID id, UUID flow, UUID node, int number, String name, String definition) {}

    /** A new flow with its first draft; nothing if its node has one of that code. */
    public Optional<UUID> insert(
            UUID node, String code, String name, String definition, UUID author, OffsetDateTime now) {
        var f = WORKFLOW_FLOW;
        var d = WORKFLOW_DRAFT;
        Optional<UUID> id = db.insertInto(f)
                .set(f.NODE_ID, node)
                .set(f.CODE, code)
                .set(f.NAME, name)
                .set(f.CREATED_BY, author)
                .set(f.CREATED_AT, now)
                .onConflictDoNothing()
                .returning(f.ID)
                .fetchOptional()
                .map(row -> row.getId());
        id.ifPresent(flow -> db.insertInto(d)
                .set(d.FLOW_ID, flow)
                .set(d.DEFINITION, definition)
                .set(d.AUTHORS, new UUID[] {author})
                .set(d.CHANGED_AT, now)
                .execute());
        return id;
    }

    /** One page of the flows of some nodes, the latest first. */
    public Page<FlowLine> page(List<UUID> nodes, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = WORKFLOW_FLOW.NODE_ID.in(nodes);
        var fields = fields();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                select(fields, condition), cursors, Keyset.count(db, WORKFLOW_FLOW, condition), FlowStore::line);
    }

    /** A flow of one of some nodes. */
    public Optional<FlowLine> find(Collection<UUID> nodes, UUID id) {
        return select(fields(), WORKFLOW_FLOW.ID.eq(id).and(WORKFLOW_FLOW.NODE_ID.in(nodes)))
                .fetchOptional(FlowStore::line);
    }

    /** The same, locked for a change. */
    public Optional<FlowLine> lock(Collection<UUID> nodes, UUID id) {
        return select(fields(), WORKFLOW_FLOW.ID.eq(id).and(WORKFLOW_FLOW.NODE_ID.in(nodes)))
                .forUpdate()
                .of(WORKFLOW_FLOW)
                .fetchOptional(FlowStore::line);
    }

    /** The draft of a flow within reach. */
    public Draft draft(UUID flow) {
        var d = WORKFLOW_DRAFT;
        return db.selectFrom(d).where(d.FLOW_ID.eq(flow)).fetchSingle(row -> {
            JSONB findings = row.getFindings();
            return new Draft(
                    row.getDefinition(),
                    row.getChecked(),
                    findings == null ? null : findings.data(),
                    List.of(row.getAuthors()),
                    row.getVersion());
        });
    }

    /** Writes in the draft of a locked flow: it must be checked anew. */
    public void put(UUID flow, String name, String definition, UUID author, OffsetDateTime now) {
        var d = WORKFLOW_DRAFT;
        db.update(WORKFLOW_FLOW)
                .set(WORKFLOW_FLOW.NAME, name)
                .where(WORKFLOW_FLOW.ID.eq(flow))
                .execute();
        db.update(d)
                .set(d.DEFINITION, definition)
                .set(d.CHECKED, false)
                .setNull(d.FINDINGS)
                .set(d.CHANGED_AT, now)
                .set(
                        d.AUTHORS,
                        DSL.when(DSL.val(author).eq(DSL.any(d.AUTHORS)), d.AUTHORS)
                                .otherwise(DSL.arrayAppend(d.AUTHORS, author)))
                .set(d.VERSION, d.VERSION.plus(1))
                .where(d.FLOW_ID.eq(flow))
                .execute();
    }

    /** Keeps what a check of a locked flow found. */
    public void checked(UUID flow, boolean clean, String findings) {
        var d = WORKFLOW_DRAFT;
        db.update(d)
                .set(d.CHECKED, clean)
                .set(d.FINDINGS, JSONB.valueOf(findings))
                .set(d.VERSION, d.VERSION.plus(1))
                .where(d.FLOW_ID.eq(flow))
                .execute();
    }

    /** Opens or closes a locked flow for new cases. */
    public void close(UUID flow, boolean closed) {
        db.update(WORKFLOW_FLOW)
                .set(WORKFLOW_FLOW.CLOSED, closed)
                .where(WORKFLOW_FLOW.ID.eq(flow))
                .execute();
        db.update(WORKFLOW_DRAFT)
                .set(WORKFLOW_DRAFT.VERSION, WORKFLOW_DRAFT.VERSION.plus(1))
                .where(WORKFLOW_DRAFT.FLOW_ID.eq(flow))
                .execute();
    }

    /** Publishes the draft of a locked flow; later writers are authors of what comes next. */
    public UUID publish(FlowLine flow, String definition, String sha256, UUID by, OffsetDateTime now, String reason) {
        var v = WORKFLOW_VERSION;
        UUID id = db.insertInto(v)
                .set(v.FLOW_ID, flow.id())
                .set(v.NODE_ID, flow.node().id())
                .set(v.NUMBER, flow.published() + 1)
                .set(v.NAME, flow.name())
                .set(v.DEFINITION, definition)
                .set(v.SHA256, sha256)
                .set(v.PUBLISHED_AT, now)
                .set(v.PUBLISHED_BY, by)
                .set(v.REASON, reason)
                .returning(v.ID)
                .fetchSingle()
                .getId();
        db.update(WORKFLOW_FLOW)
                .set(WORKFLOW_FLOW.PUBLISHED, flow.published() + 1)
                .where(WORKFLOW_FLOW.ID.eq(flow.id()))
                .execute();
        var d = WORKFLOW_DRAFT;
        db.update(d)
                .set(d.CHECKED, false)
                .setNull(d.FINDINGS)
                .set(d.AUTHORS, new UUID[0])
                .set(d.VERSION, d.VERSION.plus(1))
                .where(d.FLOW_ID.eq(flow.id()))
                .execute();
        return id;
    }

    /** The versions of a flow, the latest first. */
    public List<FlowVersion> versions(UUID flow) {
        var v = WORKFLOW_VERSION;
        var c = WORKFLOW_CASE;
        var running =
                DSL.field(db.selectCount().from(c).where(c.VERSION_ID.eq(v.ID).and(c.STATE.eq("running"))));
        return db.select(
                        v.ID,
                        v.NUMBER,
                        v.NAME,
                        v.SHA256,
                        v.PUBLISHED_AT,
                        v.PUBLISHED_BY,
                        v.REASON,
                        IDENTITY_USER.NAME,
                        running)
                .from(v)
                .join(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(v.PUBLISHED_BY))
                .where(v.FLOW_ID.eq(flow))
                .orderBy(v.NUMBER.desc())
                .fetch(row -> new FlowVersion(
                        row.get(v.ID),
                        row.get(v.NUMBER),
                        row.get(v.NAME),
                        row.get(v.SHA256),
                        row.get(v.PUBLISHED_AT),
                        new NamedRef(row.get(v.PUBLISHED_BY), row.get(IDENTITY_USER.NAME)),
                        row.get(v.REASON),
                        row.get(running)));
    }

    /** A version by its id. */
    public Stored version(UUID id) {
        return stored(WORKFLOW_VERSION.ID.eq(id)).orElseThrow();
    }

    /** A version of a flow. */
    public Optional<Stored> version(UUID flow, int number) {
        return stored(WORKFLOW_VERSION.FLOW_ID.eq(flow).and(WORKFLOW_VERSION.NUMBER.eq(number)));
    }

    private Optional<Stored> stored(Condition condition) {
        var v = WORKFLOW_VERSION;
        return db.selectFrom(v)
                .where(condition)
                .fetchOptional(row -> new Stored(
                        row.getId(),
                        row.getFlowId(),
                        row.getNodeId(),
                        row.getNumber(),
                        row.getName(),
                        row.getDefinition()));
    }

    /** The latest versions of the flows of some nodes along which something may start, by name. */
    public List<Stored> inUse(Collection<UUID> nodes) {
        var f = WORKFLOW_FLOW;
        var v = WORKFLOW_VERSION;
        return db.select(v.ID, v.FLOW_ID, v.NODE_ID, v.NUMBER, v.NAME, v.DEFINITION)
                .from(v)
                .join(f)
                .on(f.ID.eq(v.FLOW_ID).and(f.PUBLISHED.eq(v.NUMBER)))
                .where(f.NODE_ID.in(nodes).and(f.CLOSED.isFalse()))
                .orderBy(v.NAME, v.ID)
                .limit(200)
                .fetch(row -> new Stored(
                        row.get(v.ID),
                        row.get(v.FLOW_ID),
                        row.get(v.NODE_ID),
                        row.get(v.NUMBER),
                        row.get(v.NAME),
                        row.get(v.DEFINITION)));
    }

    private static List<SelectFieldOrAsterisk> fields() {
        var f = WORKFLOW_FLOW;
        var d = WORKFLOW_DRAFT;
        return new ArrayList<>(List.of(
                f.ID,
                f.NODE_ID,
                f.CODE,
                f.NAME,
                f.PUBLISHED,
                f.CLOSED,
                d.CHECKED,
                d.CHANGED_AT,
                d.VERSION,
                IDENTITY_NODE.NAME));
    }

    private SelectConditionStep<Record> select(List<SelectFieldOrAsterisk> fields, Condition condition) {
        return db.select(fields)
                .from(WORKFLOW_FLOW)
                .join(WORKFLOW_DRAFT)
                .on(WORKFLOW_DRAFT.FLOW_ID.eq(WORKFLOW_FLOW.ID))
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(WORKFLOW_FLOW.NODE_ID))
                .where(condition);
    }

    private static FlowLine line(Record row) {
        var f = WORKFLOW_FLOW;
        var d = WORKFLOW_DRAFT;
        return new FlowLine(
                row.get(f.ID),
                new NamedRef(row.get(f.NODE_ID), row.get(IDENTITY_NODE.NAME)),
                row.get(f.CODE),
                row.get(f.NAME),
                row.get(f.PUBLISHED),
                row.get(f.CLOSED),
                row.get(d.CHECKED),
                row.get(d.CHANGED_AT),
                row.get(d.VERSION));
    }
}
