package xindang.policy.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.POLICY_POLICY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.engine.canonical.CanonicalJson;
import xindang.format.PolicyDocument;
import xindang.format.PolicyWriter;

/** Table of policies (制度表). */
@Repository
public class PolicyStore {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    PolicyStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * A stored version.
     *
     * @param distance steps upward from the node asked for to the node it belongs to
     * @param kind kind
     * @param id id of the policy
     * @param sha256 hash
     * @param document the whole as in a regime export
     */
    public record Stored(int distance, String kind, String id, String sha256, String document) {}

    /** All versions in force at some time at a node or above it, the nearest first. */
    public List<Stored> upward(UUID node) {
        return upward(node, POLICY_POLICY.STATE.eq("in-force"));
    }

    /** Versions of these hashes that were ever in force at a node or above it. */
    public List<Stored> byHash(UUID node, List<String> hashes) {
        return upward(node, POLICY_POLICY.STATE.ne("draft").and(POLICY_POLICY.SHA256.in(hashes)));
    }

    private List<Stored> upward(UUID node, Condition which) {
        var chain = table(name("chain"));
        var id = field(name("chain", "id"), UUID.class);
        var parent = field(name("chain", "parent_id"), UUID.class);
        var distance = field(name("chain", "distance"), Integer.class);
        return db.withRecursive(name("chain")
                        .fields("id", "parent_id", "distance")
                        .as(select(IDENTITY_NODE.ID, IDENTITY_NODE.PARENT_ID, inline(0))
                                .from(IDENTITY_NODE)
                                .where(IDENTITY_NODE.ID.eq(node))
                                .unionAll(select(IDENTITY_NODE.ID, IDENTITY_NODE.PARENT_ID, distance.plus(1))
                                        .from(IDENTITY_NODE)
                                        .join(chain)
                                        .on(IDENTITY_NODE.ID.eq(parent)))))
                .select(
                        distance,
                        POLICY_POLICY.KIND,
                        POLICY_POLICY.POLICY_ID,
                        POLICY_POLICY.SHA256,
                        POLICY_POLICY.DOCUMENT)
                .from(POLICY_POLICY)
                .join(chain)
                .on(POLICY_POLICY.NODE_ID.eq(id))
                .where(which)
                .orderBy(distance, POLICY_POLICY.KIND, POLICY_POLICY.POLICY_ID, POLICY_POLICY.VALID_FROM)
                .fetch(row -> new Stored(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Puts a version in force at a node; from then on the row never changes. */
    public UUID insert(UUID node, PolicyDocument policy) {
        String document = PolicyWriter.export(List.of(policy));
        return db.insertInto(POLICY_POLICY)
                .set(POLICY_POLICY.NODE_ID, node)
                .set(POLICY_POLICY.KIND, policy.ref().kind())
                .set(POLICY_POLICY.POLICY_ID, policy.ref().id())
                .set(POLICY_POLICY.VERSION, policy.ref().version())
                .set(POLICY_POLICY.VALID_FROM, policy.validFrom())
                .set(POLICY_POLICY.BODY, body(document))
                .set(POLICY_POLICY.ORIGINS, JSONB.valueOf(json.writeValueAsString(policy.origins())))
                .set(POLICY_POLICY.DOCUMENT, document)
                .set(POLICY_POLICY.SHA256, policy.ref().sha256())
                .set(POLICY_POLICY.STATE, "in-force")
                .returning(POLICY_POLICY.ID)
                .fetchSingle()
                .getId();
    }

    private String body(String document) {
        return CanonicalJson.text(json.convertValue(json.readTree(document).at("/policies/0/body"), MEMBERS));
    }
}
