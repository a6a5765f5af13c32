package xindang.identity.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.identity.Node;
import xindang.identity.NodeVersion;

/** Table of the organisation tree of today (组织表); each change goes by way of its versions. */
@Repository
public class NodeStore {

    private final DSLContext db;
    private final NodeVersions versions;

    NodeStore(DSLContext db, NodeVersions versions) {
        this.db = db;
        this.versions = versions;
    }

    /** The node and all below it, the node first, then by level and name. */
    public List<Node> subtree(UUID top) {
        return subtrees(List.of(top)).getOrDefault(top, List.of());
    }

    /** Some nodes, each with itself and all below it: the node first, then by level and name. */
    public Map<UUID, List<Node>> subtrees(Collection<UUID> tops) {
        var tree = name("tree").fields("top", "id", "level");
        var treeTable = table(name("tree"));
        var top = field(name("tree", "top"), UUID.class);
        var treeId = field(name("tree", "id"), UUID.class);
        var level = field(name("tree", "level"), Integer.class);
        return db.withRecursive(tree.as(select(IDENTITY_NODE.ID, IDENTITY_NODE.ID, inline(0))
                        .from(IDENTITY_NODE)
                        .where(IDENTITY_NODE.ID.in(tops))
                        .unionAll(select(top, IDENTITY_NODE.ID, level.plus(1))
                                .from(IDENTITY_NODE)
                                .join(treeTable)
                                .on(IDENTITY_NODE.PARENT_ID.eq(treeId)))))
                .select(IDENTITY_NODE.fields())
                .select(top)
                .from(IDENTITY_NODE)
                .join(treeTable)
                .on(IDENTITY_NODE.ID.eq(treeId))
                .orderBy(level, IDENTITY_NODE.NAME, IDENTITY_NODE.ID)
                .fetchGroups(top, NodeStore::node);
    }

    /** The topmost node. */
    public UUID root() {
        return db.select(IDENTITY_NODE.ID)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.PARENT_ID.isNull())
                .orderBy(IDENTITY_NODE.ID)
                .limit(1)
                .fetchSingle()
                .value1();
    }

    /** Some nodes and all above them. */
    public Set<UUID> above(Collection<UUID> nodes) {
        var up = name("up").fields("id");
        var upTable = table(name("up"));
        var upId = field(name("up", "id"), UUID.class);
        return db.withRecursive(up.as(select(IDENTITY_NODE.ID)
                        .from(IDENTITY_NODE)
                        .where(IDENTITY_NODE.ID.in(nodes))
                        .union(select(IDENTITY_NODE.PARENT_ID)
                                .from(IDENTITY_NODE)
                                .join(upTable)
                                .on(IDENTITY_NODE.ID.eq(upId))
                                .where(IDENTITY_NODE.PARENT_ID.isNotNull()))))
                .select(upId)
                .from(upTable)
                .fetchSet(upId);
    }

    /** Some nodes, by name. */
    public List<Node> of(Collection<UUID> nodes) {
        return db.selectFrom(IDENTITY_NODE)
                .where(IDENTITY_NODE.ID.in(nodes))
                .orderBy(IDENTITY_NODE.NAME, IDENTITY_NODE.ID)
                .fetch(NodeStore::node);
    }

    /** The company a node is or belongs to: the nearest upward; nothing above all companies. */
    public Optional<UUID> company(UUID node) {
        Optional<Node> at = find(node);
        while (at.isPresent() && !at.get().kind().equals("company")) {
            UUID parent = at.get().parent();
            at = parent == null ? Optional.empty() : find(parent);
        }
        return at.map(Node::id);
    }

    /** A node by id. */
    public Optional<Node> find(UUID id) {
        return db.selectFrom(IDENTITY_NODE).where(IDENTITY_NODE.ID.eq(id)).fetchOptional(NodeStore::node);
    }

    /** Names by id. */
    public Map<UUID, String> names(Collection<UUID> some) {
        return db.select(IDENTITY_NODE.ID, IDENTITY_NODE.NAME)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.ID.in(some))
                .fetchMap(IDENTITY_NODE.ID, IDENTITY_NODE.NAME);
    }

    /** The version of a node, which rises with each change that is made or planned. */
    public int version(UUID id) {
        return db.select(IDENTITY_NODE.VERSION)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.ID.eq(id))
                .fetchSingle()
                .value1();
    }

    /** Notes that a change was made or planned. */
    public void changed(UUID id) {
        db.update(IDENTITY_NODE)
                .set(IDENTITY_NODE.VERSION, IDENTITY_NODE.VERSION.plus(1))
                .where(IDENTITY_NODE.ID.eq(id))
                .execute();
    }

    /** Codes for business numbers of some nodes; those without are left out. */
    public Map<UUID, String> codes(Collection<UUID> some) {
        return db.select(IDENTITY_NODE.ID, IDENTITY_NODE.CODE)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.ID.in(some).and(IDENTITY_NODE.CODE.isNotNull()))
                .fetchMap(IDENTITY_NODE.ID, IDENTITY_NODE.CODE);
    }

    /** Gives a node a code; false if another has it, in whichever case of letters. */
    public boolean giveCode(UUID node, String code) {
        if (db.fetchExists(
                IDENTITY_NODE, lower(IDENTITY_NODE.CODE).eq(lower(code)).and(IDENTITY_NODE.ID.ne(node)))) {
            return false;
        }
        db.update(IDENTITY_NODE)
                .set(IDENTITY_NODE.CODE, code)
                .where(IDENTITY_NODE.ID.eq(node))
                .execute();
        return true;
    }

    /** A new node that counts from a day. */
    public Node insert(@Nullable UUID parent, String kind, String name, LocalDate from) {
        Node added = db.insertInto(IDENTITY_NODE)
                .set(IDENTITY_NODE.PARENT_ID, parent)
                .set(IDENTITY_NODE.KIND, kind)
                .set(IDENTITY_NODE.NAME, name)
                .returning()
                .fetchSingle(NodeStore::node);
        versions.add(new NodeVersion(added.id(), name, parent, false, from, null));
        return added;
    }

    private static Node node(Record row) {
        return new Node(
                row.get(IDENTITY_NODE.ID),
                row.get(IDENTITY_NODE.NAME),
                row.get(IDENTITY_NODE.KIND),
                row.get(IDENTITY_NODE.PARENT_ID),
                row.get(IDENTITY_NODE.CLOSED));
    }
}
