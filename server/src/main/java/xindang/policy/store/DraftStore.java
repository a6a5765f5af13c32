package xindang.policy.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.POLICY_DRAFT;
import static xindang.schema.Tables.POLICY_DRAFT_PART;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.Body;
import xindang.format.JsonTree;
import xindang.format.regime.Finding;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.policy.DraftPart;
import xindang.policy.RegimeDraft;

/** Tables of drafts and of what they say (制度草案表). */
@Repository
public class DraftStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final Keyset LIST =
            Keyset.of("policy.drafts", POLICY_DRAFT.ID, "-at").sortable("at", POLICY_DRAFT.ID);
    private static final Field<String> DECIDER =
            IDENTITY_USER.as("decider").NAME.as("decider_name");
    private static final Field<String[]> AUTHORS = DSL.field(
                    "array(select coalesce(u.name, '') from unnest({0}) with ordinality a (id, place)"
                            + " left join identity_user u on u.id = a.id order by a.place)",
                    String[].class, POLICY_DRAFT.AUTHORS)
            .as("author_names");

    private final DSLContext db;
    private final JsonMapper json;
    private final Cursors cursors;

    DraftStore(DSLContext db, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.json = json;
        this.cursors = cursors;
    }

    /**
     * What is told of a draft.
     *
     * @param name how people call it
     * @param binding whether it is to hold below its node in any case
     * @param validFrom first day; null = at once
     * @param note what it is for
     */
    public record Head(
            String name,
            boolean binding,
            @Nullable LocalDate validFrom,
            @Nullable String note) {}

    /** A new draft. */
    public UUID insert(UUID node, Head head, String base, UUID author, OffsetDateTime now) {
        var d = POLICY_DRAFT;
        return db.insertInto(d)
                .set(d.NODE_ID, node)
                .set(d.NAME, head.name())
                .set(d.BASE, base)
                .set(d.BINDING, head.binding())
                .set(d.VALID_FROM, head.validFrom())
                .set(d.NOTE, head.note())
                .set(d.CREATED_BY, author)
                .set(d.CREATED_AT, now)
                .set(d.AUTHORS, new UUID[] {author})
                .set(d.CHANGED_AT, now)
                .returning(d.ID)
                .fetchSingle()
                .getId();
    }

    /** One page of the drafts of some nodes, the latest first. */
    public Page<RegimeDraft> page(List<UUID> nodes, @Nullable UUID node, @Nullable String state, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        var d = POLICY_DRAFT;
        Condition condition = d.NODE_ID
                .in(nodes)
                .and(node == null ? DSL.noCondition() : d.NODE_ID.eq(node))
                .and(state == null || state.isEmpty() ? DSL.noCondition() : d.STATE.eq(state));
        var fields = fields();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(select(fields, condition), cursors, Keyset.count(db, d, condition), DraftStore::draft);
    }

    /** A draft of one of some nodes. */
    public Optional<RegimeDraft> find(List<UUID> nodes, UUID id) {
        return select(fields(), POLICY_DRAFT.ID.eq(id).and(POLICY_DRAFT.NODE_ID.in(nodes)))
                .fetchOptional(DraftStore::draft);
    }

    /** Drafts of a node that can still be changed, the latest hundred. */
    public List<RegimeDraft> open(UUID node) {
        return select(fields(), POLICY_DRAFT.NODE_ID.eq(node).and(POLICY_DRAFT.STATE.notIn("approved", "withdrawn")))
                .orderBy(POLICY_DRAFT.ID.desc())
                .limit(100)
                .fetch(DraftStore::draft);
    }

    /** The same, locked for a change. */
    public Optional<RegimeDraft> lock(List<UUID> nodes, UUID id) {
        return select(fields(), POLICY_DRAFT.ID.eq(id).and(POLICY_DRAFT.NODE_ID.in(nodes)))
                .forUpdate()
                .of(POLICY_DRAFT)
                .fetchOptional(DraftStore::draft);
    }

    /** Notes that somebody wrote in a locked draft: it must be checked anew. */
    public void touch(UUID id, UUID author, OffsetDateTime now) {
        var d = POLICY_DRAFT;
        db.update(d)
                .set(d.STATE, "draft")
                .setNull(d.FINDINGS)
                .set(d.CHANGED_AT, now)
                .set(
                        d.AUTHORS,
                        DSL.when(DSL.val(author).eq(DSL.any(d.AUTHORS)), d.AUTHORS)
                                .otherwise(DSL.arrayAppend(d.AUTHORS, author)))
                .set(d.VERSION, d.VERSION.plus(1))
                .where(d.ID.eq(id))
                .execute();
    }

    /** Changes what is told of a locked draft. */
    public void put(UUID id, Head head) {
        var d = POLICY_DRAFT;
        db.update(d)
                .set(d.NAME, head.name())
                .set(d.BINDING, head.binding())
                .set(d.VALID_FROM, head.validFrom())
                .set(d.NOTE, head.note())
                .where(d.ID.eq(id))
                .execute();
    }

    /** Changes what a locked draft was started from. */
    public void putBase(UUID id, String base) {
        var d = POLICY_DRAFT;
        db.update(d).set(d.BASE, base).where(d.ID.eq(id)).execute();
    }

    /** Moves a locked draft on. */
    public void move(UUID id, String state) {
        var d = POLICY_DRAFT;
        db.update(d)
                .set(d.STATE, state)
                .set(d.VERSION, d.VERSION.plus(1))
                .where(d.ID.eq(id))
                .execute();
    }

    /** Keeps what a check of a locked draft found. */
    public void checked(UUID id, String state, List<Finding> findings) {
        var d = POLICY_DRAFT;
        db.update(d)
                .set(d.FINDINGS, JSONB.valueOf(json.writeValueAsString(findings)))
                .where(d.ID.eq(id))
                .execute();
        move(id, state);
    }

    /** What the last check found; null if the draft was changed since, or never checked. */
    public @Nullable List<Finding> findings(UUID id) {
        JSONB found = db.select(POLICY_DRAFT.FINDINGS)
                .from(POLICY_DRAFT)
                .where(POLICY_DRAFT.ID.eq(id))
                .fetchOne(POLICY_DRAFT.FINDINGS);
        return found == null ? null : json.readValue(found.data(), FINDINGS);
    }

    /** Approves or returns a locked draft. */
    public void decide(UUID id, String state, UUID by, OffsetDateTime now, String reason) {
        var d = POLICY_DRAFT;
        db.update(d)
                .set(d.STATE, state)
                .set(d.DECIDED_BY, by)
                .set(d.DECIDED_AT, now)
                .set(d.REASON, reason)
                .set(d.VERSION, d.VERSION.plus(1))
                .where(d.ID.eq(id))
                .execute();
    }

    /** What a draft says, by kind. */
    public Map<String, DraftPart> parts(UUID draft) {
        var p = POLICY_DRAFT_PART;
        var parts = new LinkedHashMap<String, DraftPart>();
        db.selectFrom(p)
                .where(p.DRAFT_ID.eq(draft))
                .orderBy(p.KIND)
                .forEach(row -> parts.put(
                        row.getKind(),
                        new DraftPart(
                                members(row.getKind(), row.getBody()),
                                json.readValue(row.getOrigins().data(), TEXTS),
                                members(row.getKind(), row.getBefore()))));
        return parts;
    }

    /** Sets what a draft says of a kind. */
    public void put(UUID draft, String kind, DraftPart part) {
        var p = POLICY_DRAFT_PART;
        String body = CanonicalJson.text(part.body());
        JSONB origins = JSONB.valueOf(json.writeValueAsString(part.origins()));
        String before = CanonicalJson.text(part.before());
        db.insertInto(p)
                .set(p.DRAFT_ID, draft)
                .set(p.KIND, kind)
                .set(p.BODY, body)
                .set(p.ORIGINS, origins)
                .set(p.BEFORE, before)
                .onConflict(p.DRAFT_ID, p.KIND)
                .doUpdate()
                .set(p.BODY, body)
                .set(p.ORIGINS, origins)
                .set(p.BEFORE, before)
                .execute();
    }

    private static Map<String, @Nullable Object> members(String kind, String text) {
        Body body = Body.of(kind, "", JsonTree.parse(kind, text));
        var members = new LinkedHashMap<String, @Nullable Object>();
        body.names().forEach(name -> members.put(name, body.value(name)));
        return members;
    }

    private static List<SelectFieldOrAsterisk> fields() {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(POLICY_DRAFT.fields()));
        fields.addAll(List.of(IDENTITY_NODE.NAME.as("node_name"), DECIDER, AUTHORS));
        return fields;
    }

    private SelectConditionStep<Record> select(List<SelectFieldOrAsterisk> fields, Condition condition) {
        var decider = IDENTITY_USER.as("decider");
        return db.select(fields)
                .from(POLICY_DRAFT)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(POLICY_DRAFT.NODE_ID))
                .leftJoin(decider)
                .on(decider.ID.eq(POLICY_DRAFT.DECIDED_BY))
                .where(condition);
    }

    private static RegimeDraft draft(Record row) {
        var d = POLICY_DRAFT;
        UUID decider = row.get(d.DECIDED_BY);
        return new RegimeDraft(
                row.get(d.ID),
                new NamedRef(row.get(d.NODE_ID), row.get("node_name", String.class)),
                row.get(d.NAME),
                row.get(d.BASE),
                row.get(d.STATE),
                row.get(d.BINDING),
                row.get(d.VALID_FROM),
                row.get(d.NOTE),
                authors(row.get(d.AUTHORS), row.get(AUTHORS)),
                row.get(d.CREATED_AT),
                row.get(d.CHANGED_AT),
                decider == null ? null : new NamedRef(decider, row.get(DECIDER)),
                row.get(d.DECIDED_AT),
                row.get(d.REASON),
                row.get(d.VERSION));
    }

    private static List<NamedRef> authors(UUID[] ids, String[] names) {
        var authors = new ArrayList<NamedRef>();
        for (int i = 0; i < ids.length; i++) {
            authors.add(new NamedRef(ids[i], names[i]));
        }
        return authors;
    }
}
