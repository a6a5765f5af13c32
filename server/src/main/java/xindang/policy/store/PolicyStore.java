package xindang.policy.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;
import static xindang.schema.Tables.POLICY_DRAFT;
import static xindang.schema.Tables.POLICY_POLICY;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.PolicyDocument;
import xindang.format.PolicyWriter;
import xindang.format.regime.RegimeDocuments;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.policy.VersionLine;

/** Table of policies (制度表). */
@Repository
public class PolicyStore {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private static final Keyset LIST =
            Keyset.of("policy.versions", POLICY_POLICY.ID, "-at").sortable("at", POLICY_POLICY.ID);

    private static final Field<UUID> CHAIN_ID = field(name("chain", "id"), UUID.class);
    private static final Field<String> CHAIN_NAME = field(name("chain", "called"), String.class);
    private static final Field<Integer> DISTANCE = field(name("chain", "distance"), Integer.class);
    private static final Field<UUID> LOWER_ID = field(name("lower", "id"), UUID.class);
    private static final Field<String> LOWER_NAME = field(name("lower", "called"), String.class);
    private static final Field<Integer> LOWER_DISTANCE = field(name("lower", "distance"), Integer.class);

    private final DSLContext db;
    private final JsonMapper json;
    private final Cursors cursors;

    PolicyStore(DSLContext db, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.json = json;
        this.cursors = cursors;
    }

    /**
     * A stored version.
     *
     * @param id id of the row
     * @param distance steps upward from the node asked for to the node it belongs to
     * @param node that node
     * @param nodeName its name
     * @param kind kind
     * @param policy id of the policy
     * @param version its version
     * @param validFrom first day in force
     * @param binding whether it holds below its node in any case
     * @param preset sample regime it was made from
     * @param sha256 hash
     * @param document the whole as in a regime export
     */
    public record Stored(
            UUID id,
            int distance,
            UUID node,
            String nodeName,
            String kind,
            String policy,
            String version,
            LocalDate validFrom,
            boolean binding,
            @Nullable String preset,
            String sha256,
            String document) {}

    /** All versions in force at some time at a node or above it, the nearest first. */
    public List<Stored> upward(UUID node) {
        return upward(node, POLICY_POLICY.STATE.eq("in-force"));
    }

    /** Versions of these hashes that were ever in force at a node or above it. */
    public List<Stored> byHash(UUID node, List<String> hashes) {
        return upward(node, POLICY_POLICY.STATE.ne("draft").and(POLICY_POLICY.SHA256.in(hashes)));
    }

    private List<Stored> upward(UUID node, Condition which) {
        var p = POLICY_POLICY;
        return db.withRecursive(chain(node))
                .select(p.fields())
                .select(DISTANCE, CHAIN_NAME)
                .from(p)
                .join(table(name("chain")))
                .on(p.NODE_ID.eq(CHAIN_ID))
                .where(which)
                .orderBy(DISTANCE, p.KIND, p.POLICY_ID, p.VALID_FROM, p.ID)
                .fetch(row -> stored(row, row.get(DISTANCE), row.get(CHAIN_NAME)));
    }

    /** A node and all above it. */
    private static CommonTableExpression<?> chain(UUID node) {
        var n = IDENTITY_NODE;
        return name("chain")
                .fields("id", "called", "parent_id", "distance")
                .as(select(n.ID, n.NAME, n.PARENT_ID, inline(0))
                        .from(n)
                        .where(n.ID.eq(node))
                        .unionAll(select(n.ID, n.NAME, n.PARENT_ID, DISTANCE.plus(1))
                                .from(n)
                                .join(table(name("chain")))
                                .on(n.ID.eq(field(name("chain", "parent_id"), UUID.class)))));
    }

    /**
     * How a version came to be in force.
     *
     * @param draft draft it was published from; null for what comes with the installation
     * @param by who published it
     * @param preset sample regime it was made from
     * @param binding whether it holds below its node in any case
     * @param at instant from which it holds, if at once
     */
    public record Publication(
            @Nullable UUID draft,
            UUID by,
            @Nullable String preset,
            boolean binding,
            @Nullable OffsetDateTime at) {}

    /** Puts a version in force at a node; from then on the row never changes. */
    public UUID insert(UUID node, PolicyDocument policy, Publication publication) {
        String document = PolicyWriter.export(List.of(policy));
        var p = POLICY_POLICY;
        return db.insertInto(p)
                .set(p.NODE_ID, node)
                .set(p.KIND, policy.ref().kind())
                .set(p.POLICY_ID, policy.ref().id())
                .set(p.VERSION, policy.ref().version())
                .set(p.VALID_FROM, policy.validFrom())
                .set(p.BODY, body(document))
                .set(p.ORIGINS, JSONB.valueOf(json.writeValueAsString(policy.origins())))
                .set(p.DOCUMENT, document)
                .set(p.SHA256, policy.ref().sha256())
                .set(p.STATE, "in-force")
                .set(p.DRAFT_ID, publication.draft())
                .set(p.PUBLISHED_BY, publication.by())
                .set(p.PRESET, publication.preset())
                .set(p.BINDING, publication.binding())
                .set(p.EFFECTIVE_AT, publication.at())
                .returning(p.ID)
                .fetchSingle()
                .getId();
    }

    private String body(String document) {
        return CanonicalJson.text(json.convertValue(json.readTree(document).at("/policies/0/body"), MEMBERS));
    }

    /** Lets nobody else publish until the transaction ends. */
    public void lockPublishing() {
        db.select(DSL.field("pg_advisory_xact_lock(hashtextextended('policy', 0))", Object.class))
                .execute();
    }

    /** What was published at a node and above it and has begun by a day, latest first; at most a hundred. */
    public List<RegimeDocuments.Past> publications(UUID node, LocalDate date) {
        var p = POLICY_POLICY;
        var d = POLICY_DRAFT;
        Field<String> called = DSL.coalesce(d.NAME, CHAIN_NAME);
        return db.withRecursive(chain(node))
                .select(p.VALID_FROM, called, DSL.arrayAgg(p.KIND).orderBy(p.KIND))
                .from(p)
                .join(table(name("chain")))
                .on(p.NODE_ID.eq(CHAIN_ID))
                .leftJoin(d)
                .on(d.ID.eq(p.DRAFT_ID))
                .where(p.STATE.eq("in-force"), p.DRAFT_ID.isNotNull(), p.VALID_FROM.le(date))
                .groupBy(p.DRAFT_ID, p.VALID_FROM, called)
                .orderBy(p.VALID_FROM.desc(), p.DRAFT_ID.desc())
                .limit(100)
                .fetch(row -> new RegimeDocuments.Past(row.value1(), row.value2(), List.of(row.value3())));
    }

    /** A node below another one that has policies of its own. */
    public record Below(UUID node, String name, int distance) {}

    /** All nodes below one that have policies of their own, nearest first. */
    public List<Below> below(UUID node) {
        var n = IDENTITY_NODE;
        var lower = name("lower")
                .fields("id", "called", "distance")
                .as(select(n.ID, n.NAME, inline(0))
                        .from(n)
                        .where(n.ID.eq(node))
                        .unionAll(select(n.ID, n.NAME, LOWER_DISTANCE.plus(1))
                                .from(n)
                                .join(table(name("lower")))
                                .on(n.PARENT_ID.eq(LOWER_ID))));
        return db.withRecursive(lower)
                .select(LOWER_ID, LOWER_NAME, LOWER_DISTANCE)
                .from(lower)
                .where(LOWER_DISTANCE.gt(0))
                .andExists(DSL.selectOne()
                        .from(POLICY_POLICY)
                        .where(POLICY_POLICY.NODE_ID.eq(LOWER_ID), POLICY_POLICY.STATE.eq("in-force")))
                .orderBy(LOWER_DISTANCE, LOWER_ID)
                .fetch(row -> new Below(row.value1(), row.value2(), row.value3()));
    }

    /** Kind of a node: group, company, department or site. */
    public String nodeKind(UUID node) {
        return db.select(IDENTITY_NODE.KIND)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.ID.eq(node))
                .fetchOptional(IDENTITY_NODE.KIND)
                .orElseThrow();
    }

    /** Versions in force that came from the same draft as one of them, that one among them. */
    public List<Stored> publishedWith(UUID version) {
        var p = POLICY_POLICY;
        var same = p.as("same");
        return db.select(p.fields())
                .select(IDENTITY_NODE.NAME)
                .from(p)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(p.NODE_ID))
                .where(p.STATE.eq("in-force"))
                .and(p.ID.eq(version)
                        .or(p.DRAFT_ID.eq(DSL.select(same.DRAFT_ID).from(same).where(same.ID.eq(version)))))
                .orderBy(p.ID)
                .fetch(row -> stored(row, 0, row.get(IDENTITY_NODE.NAME)));
    }

    /** Takes versions back that have not begun. */
    public void takeBack(List<UUID> versions, UUID by, OffsetDateTime now, String reason) {
        var p = POLICY_POLICY;
        db.update(p)
                .set(p.STATE, "withdrawn")
                .set(p.WITHDRAWN_BY, by)
                .set(p.WITHDRAWN_AT, now)
                .set(p.WITHDRAWN_FOR, reason)
                .where(p.ID.in(versions))
                .execute();
    }

    /** How many versions of a kind were published at a node, besides those it was installed with. */
    public int published(UUID node, String kind) {
        return db.fetchCount(
                POLICY_POLICY,
                POLICY_POLICY.NODE_ID.eq(node),
                POLICY_POLICY.KIND.eq(kind),
                POLICY_POLICY.DRAFT_ID.isNotNull());
    }

    /** One page of the versions published at a node, the latest first. */
    public Page<VersionLine> page(UUID node, @Nullable String kind, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        var p = POLICY_POLICY;
        Condition condition = p.NODE_ID.eq(node).and(kind == null ? DSL.noCondition() : p.KIND.eq(kind));
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(
                p.ID,
                p.KIND,
                p.POLICY_ID,
                p.VERSION,
                p.VALID_FROM,
                p.BINDING,
                p.PRESET,
                p.DRAFT_ID,
                p.RECORDED_AT,
                p.SHA256));
        fields.add(p.EFFECTIVE_AT);
        fields.add(p.WITHDRAWN_AT);
        fields.add(p.WITHDRAWN_FOR);
        fields.add(p.PUBLISHED_BY);
        fields.add(IDENTITY_USER.NAME);
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                db.select(fields)
                        .from(p)
                        .leftJoin(IDENTITY_USER)
                        .on(IDENTITY_USER.ID.eq(p.PUBLISHED_BY))
                        .where(condition),
                cursors,
                Keyset.count(db, p, condition),
                PolicyStore::line);
    }

    private static VersionLine line(Record row) {
        var p = POLICY_POLICY;
        UUID by = row.get(p.PUBLISHED_BY);
        return new VersionLine(
                row.get(p.ID),
                row.get(p.KIND),
                row.get(p.POLICY_ID),
                row.get(p.VERSION),
                row.get(p.VALID_FROM),
                row.get(p.BINDING),
                row.get(p.PRESET),
                row.get(p.DRAFT_ID),
                by == null ? null : new NamedRef(by, row.get(IDENTITY_USER.NAME)),
                row.get(p.RECORDED_AT),
                row.get(p.EFFECTIVE_AT),
                row.get(p.WITHDRAWN_AT),
                row.get(p.WITHDRAWN_FOR),
                row.get(p.SHA256));
    }

    /** Name of a node as it is now. */
    public Optional<String> nodeName(UUID node) {
        return db.select(IDENTITY_NODE.NAME)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.ID.eq(node))
                .fetchOptional(IDENTITY_NODE.NAME);
    }

    /** A node and all above it. */
    public List<UUID> above(UUID node) {
        return db.withRecursive(chain(node))
                .select(CHAIN_ID)
                .from(table(name("chain")))
                .fetch(CHAIN_ID);
    }

    /** Whether a node lies above another one, or is it. */
    public boolean isAbove(UUID node, UUID below) {
        return db.fetchExists(DSL.withRecursive(chain(below))
                .selectOne()
                .from(table(name("chain")))
                .where(CHAIN_ID.eq(node)));
    }

    /** A version as in a regime export, with the node it belongs to. */
    public Optional<Stored> find(UUID id) {
        var p = POLICY_POLICY;
        return db.select(p.fields())
                .select(IDENTITY_NODE.NAME)
                .from(p)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(p.NODE_ID))
                .where(p.ID.eq(id))
                .fetchOptional(row -> stored(row, 0, row.get(IDENTITY_NODE.NAME)));
    }

    private static Stored stored(Record row, int distance, String node) {
        var p = POLICY_POLICY;
        return new Stored(
                row.get(p.ID),
                distance,
                row.get(p.NODE_ID),
                node,
                row.get(p.KIND),
                row.get(p.POLICY_ID),
                row.get(p.VERSION),
                row.get(p.VALID_FROM),
                row.get(p.BINDING),
                row.get(p.PRESET),
                row.get(p.SHA256),
                row.get(p.DOCUMENT));
    }
}
