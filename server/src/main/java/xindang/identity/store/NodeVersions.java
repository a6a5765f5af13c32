package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_NODE_VERSION;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xindang.identity.Node;
import xindang.identity.NodeVersion;

/** Table of what nodes were from day to day (组织沿革表). The table of nodes itself holds the tree of today. */
@Repository
public class NodeVersions {

    private final DSLContext db;

    NodeVersions(DSLContext db) {
        this.db = db;
    }

    /** Lets changes of the tree go one after the other; in a transaction. */
    public void lock() {
        db.select(DSL.field("pg_advisory_xact_lock(hashtextextended('organisation', 0))", Object.class))
                .execute();
    }

    /** The tree as it was or will be on a day, by name. */
    public List<Node> tree(LocalDate on) {
        var v = IDENTITY_NODE_VERSION;
        return db.select(v.NODE_ID, v.NAME, IDENTITY_NODE.KIND, v.PARENT_ID, v.CLOSED)
                .from(v)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(v.NODE_ID))
                .where(counting(on))
                .orderBy(v.NAME, v.NODE_ID)
                .fetch(found ->
                        new Node(found.value1(), found.value2(), found.value3(), found.value4(), found.value5()));
    }

    private static Condition counting(LocalDate on) {
        return IDENTITY_NODE_VERSION
                .VALID_FROM
                .le(on)
                .and(IDENTITY_NODE_VERSION.VALID_TO.isNull().or(IDENTITY_NODE_VERSION.VALID_TO.gt(on)));
    }

    /** Days after one on which something changes, as far as it is planned. */
    public List<LocalDate> daysAfter(LocalDate day) {
        return db.selectDistinct(IDENTITY_NODE_VERSION.VALID_FROM)
                .from(IDENTITY_NODE_VERSION)
                .where(IDENTITY_NODE_VERSION.VALID_FROM.gt(day))
                .orderBy(IDENTITY_NODE_VERSION.VALID_FROM)
                .fetch(IDENTITY_NODE_VERSION.VALID_FROM);
    }

    /** All versions of a node, the first one first. */
    public List<NodeVersion> of(UUID node) {
        return db.selectFrom(IDENTITY_NODE_VERSION)
                .where(IDENTITY_NODE_VERSION.NODE_ID.eq(node))
                .orderBy(IDENTITY_NODE_VERSION.VALID_FROM)
                .fetch(found -> new NodeVersion(
                        found.getNodeId(),
                        found.getName(),
                        found.getParentId(),
                        found.getClosed(),
                        found.getValidFrom(),
                        found.getValidTo()));
    }

    /** Adds a version that ends the one before it on the same day; one of that day is replaced. */
    public void add(NodeVersion next) {
        var v = IDENTITY_NODE_VERSION;
        db.update(v)
                .set(v.VALID_TO, next.from())
                .where(v.NODE_ID.eq(next.node()).and(v.VALID_TO.isNull()).and(v.VALID_FROM.lt(next.from())))
                .execute();
        db.insertInto(v)
                .set(v.NODE_ID, next.node())
                .set(v.VALID_FROM, next.from())
                .set(v.VALID_TO, next.to())
                .set(v.PARENT_ID, next.parent())
                .set(v.NAME, next.name())
                .set(v.CLOSED, next.closed())
                .onConflict(v.NODE_ID, v.VALID_FROM)
                .doUpdate()
                .set(v.PARENT_ID, next.parent())
                .set(v.NAME, next.name())
                .set(v.CLOSED, next.closed())
                .execute();
    }

    /** Brings the table of nodes up to a day; may run again and again. */
    public void catchUp(LocalDate today) {
        var v = IDENTITY_NODE_VERSION;
        db.update(IDENTITY_NODE)
                .set(IDENTITY_NODE.NAME, v.NAME)
                .set(IDENTITY_NODE.PARENT_ID, v.PARENT_ID)
                .set(IDENTITY_NODE.CLOSED, v.CLOSED)
                .from(v)
                .where(v.NODE_ID.eq(IDENTITY_NODE.ID))
                .and(counting(today))
                .and(DSL.or(
                        IDENTITY_NODE.NAME.ne(v.NAME),
                        IDENTITY_NODE.PARENT_ID.isDistinctFrom(v.PARENT_ID),
                        IDENTITY_NODE.CLOSED.ne(v.CLOSED)))
                .execute();
    }
}
