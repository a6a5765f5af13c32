package xindang.identity.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.identity.Node;

/** Table of the organisation tree (组织表). */
@Repository
public class NodeStore {

    private final DSLContext db;

    NodeStore(DSLContext db) {
        this.db = db;
    }

    /** The node and all below it, the node first, then by level and name. */
    public List<Node> subtree(UUID top) {
        var tree = name("tree").fields("id", "level");
        var treeTable = table(name("tree"));
        var treeId = field(name("tree", "id"), UUID.class);
        var level = field(name("tree", "level"), Integer.class);
        return db.withRecursive(tree.as(select(IDENTITY_NODE.ID, inline(0))
                        .from(IDENTITY_NODE)
                        .where(IDENTITY_NODE.ID.eq(top))
                        .unionAll(select(IDENTITY_NODE.ID, level.plus(1))
                                .from(IDENTITY_NODE)
                                .join(treeTable)
                                .on(IDENTITY_NODE.PARENT_ID.eq(treeId)))))
                .select(IDENTITY_NODE.fields())
                .from(IDENTITY_NODE)
                .join(treeTable)
                .on(IDENTITY_NODE.ID.eq(treeId))
                .orderBy(level, IDENTITY_NODE.NAME, IDENTITY_NODE.ID)
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

    /** A new node; nothing if its parent has one of that name. */
    public Optional<Node> insert(@Nullable UUID parent, String kind, String name) {
        return db.insertInto(IDENTITY_NODE)
                .set(IDENTITY_NODE.PARENT_ID, parent)
                .set(IDENTITY_NODE.KIND, kind)
                .set(IDENTITY_NODE.NAME, name)
                .onConflictDoNothing()
                .returning()
                .fetchOptional(NodeStore::node);
    }

    private static Node node(Record row) {
        return new Node(
                row.get(IDENTITY_NODE.ID),
                row.get(IDENTITY_NODE.NAME),
                row.get(IDENTITY_NODE.KIND),
                row.get(IDENTITY_NODE.PARENT_ID));
    }
}
