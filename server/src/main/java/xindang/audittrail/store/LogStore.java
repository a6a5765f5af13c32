package xindang.audittrail.store;

import static xindang.schema.Tables.AUDITTRAIL_BRANCH;
import static xindang.schema.Tables.AUDITTRAIL_CHECKPOINT;
import static xindang.schema.Tables.AUDITTRAIL_ENTRY;
import static xindang.schema.Tables.AUDITTRAIL_LEAF;
import static xindang.schema.Tables.AUDITTRAIL_WAITING;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.log.Leaf;
import xindang.proof.tree.Frontier;
import xindang.proof.tree.Hash;
import xindang.proof.tree.NodeId;
import xindang.proof.tree.Nodes;

/** Tables of the tree over all entries (日志树). */
@Repository
public class LogStore implements Nodes {

    /** Advisory lock of the one that numbers. */
    public static final long LEADER = 0x7864_6c6f_67L;

    private final DSLContext db;
    private final DSLContext engineDb;

    LogStore(DSLContext db, @Qualifier("engineDb") DSLContext engineDb) {
        this.db = db;
        this.engineDb = engineDb;
    }

    /** An entry without a place yet. */
    public record Waiting(UUID entry, Leaf leaf) {}

    /** A place that an entry takes. */
    public record Placed(Waiting entry, long index, Hash hash) {}

    /** A node of the tree above the leaves. */
    public record Branch(NodeId id, Hash hash) {}

    /** Becomes the one that numbers entries, until the transaction ends; false if somebody else is. */
    public boolean lead() {
        return engineDb.select(DSL.function("pg_try_advisory_xact_lock", Boolean.class, DSL.inline(LEADER)))
                .fetchSingle()
                .value1();
    }

    /** Committed entries without a place, in the order they take theirs: that of each writer is kept. */
    public List<Waiting> waiting(int most) {
        var w = AUDITTRAIL_WAITING;
        return engineDb.select(w.ENTRY_ID, w.WRITTEN_AT, w.WRITER, w.COUNTER, AUDITTRAIL_ENTRY.COMMITMENT)
                .from(w)
                .join(AUDITTRAIL_ENTRY)
                .on(AUDITTRAIL_ENTRY.ID.eq(w.ENTRY_ID))
                .orderBy(w.WRITTEN_AT, w.WRITER, w.COUNTER)
                .limit(most)
                .fetch(row -> new Waiting(
                        row.value1(),
                        new Leaf(row.value2().toInstant(), row.value3(), row.value4(), Hash.of(row.value5()))));
    }

    /** Age in seconds of the oldest entry without a place; 0 if all have theirs. */
    public double secondsBehind() {
        return engineDb.select(DSL.field(
                        "coalesce(extract(epoch from clock_timestamp() - min({0})), 0)",
                        Double.class, AUDITTRAIL_WAITING.WRITTEN_AT))
                .from(AUDITTRAIL_WAITING)
                .fetchSingle()
                .value1();
    }

    /** The newest checkpoint, as far as the caller's role sees it. */
    public Optional<SignedCheckpoint> newest() {
        return newest(db);
    }

    /** The same for the one that numbers. */
    public Optional<SignedCheckpoint> newestOfJobs() {
        return newest(engineDb);
    }

    private static Optional<SignedCheckpoint> newest(DSLContext in) {
        return in.select(AUDITTRAIL_CHECKPOINT.NOTE)
                .from(AUDITTRAIL_CHECKPOINT)
                .orderBy(AUDITTRAIL_CHECKPOINT.NUMBER.desc())
                .limit(1)
                .fetchOptional(row -> SignedCheckpoint.parse(row.value1()));
    }

    /** The frontier that the newest checkpoint stands on. */
    public byte[] frontier() {
        return engineDb.select(AUDITTRAIL_CHECKPOINT.FRONTIER)
                .from(AUDITTRAIL_CHECKPOINT)
                .orderBy(AUDITTRAIL_CHECKPOINT.NUMBER.desc())
                .limit(1)
                .fetchSingle()
                .value1();
    }

    /** Keeps places, nodes and the checkpoint over them. */
    public void keep(List<Placed> placed, List<Branch> branches, Frontier frontier, SignedCheckpoint signed) {
        engineDb.batch(placed.stream()
                        .map(one -> engineDb.insertInto(AUDITTRAIL_LEAF)
                                .set(AUDITTRAIL_LEAF.INDEX, one.index())
                                .set(AUDITTRAIL_LEAF.ENTRY_ID, one.entry().entry())
                                .set(AUDITTRAIL_LEAF.WRITER, one.entry().leaf().writer())
                                .set(AUDITTRAIL_LEAF.COUNTER, one.entry().leaf().counter())
                                .set(
                                        AUDITTRAIL_LEAF.WRITTEN_AT,
                                        OffsetDateTime.ofInstant(
                                                one.entry().leaf().recordedAt(), ZoneOffset.UTC))
                                .set(AUDITTRAIL_LEAF.HASH, one.hash().bytes()))
                        .toList())
                .execute();
        engineDb.batch(branches.stream()
                        .map(one -> engineDb.insertInto(AUDITTRAIL_BRANCH)
                                .set(AUDITTRAIL_BRANCH.LEVEL, one.id().level())
                                .set(AUDITTRAIL_BRANCH.INDEX, one.id().index())
                                .set(AUDITTRAIL_BRANCH.HASH, one.hash().bytes()))
                        .toList())
                .execute();
        engineDb.insertInto(AUDITTRAIL_CHECKPOINT)
                .set(AUDITTRAIL_CHECKPOINT.NUMBER, signed.checkpoint().number())
                .set(AUDITTRAIL_CHECKPOINT.SIZE, signed.checkpoint().size())
                .set(
                        AUDITTRAIL_CHECKPOINT.SIGNED_AT,
                        OffsetDateTime.ofInstant(signed.checkpoint().time(), ZoneOffset.UTC))
                .set(AUDITTRAIL_CHECKPOINT.FRONTIER, frontier.bytes())
                .set(AUDITTRAIL_CHECKPOINT.NOTE, signed.text())
                .execute();
        engineDb.deleteFrom(AUDITTRAIL_WAITING)
                .where(AUDITTRAIL_WAITING.ENTRY_ID.eq(
                        DSL.any(placed.stream().map(one -> one.entry().entry()).toArray(UUID[]::new))))
                .execute();
    }

    @Override
    public List<Hash> read(List<NodeId> wanted) {
        Map<NodeId, Hash> found = new HashMap<>();
        List<Long> leaves = new ArrayList<>();
        Condition branches = DSL.falseCondition();
        for (NodeId one : wanted) {
            if (one.level() == 0) {
                leaves.add(one.index());
            } else {
                branches = branches.or(
                        AUDITTRAIL_BRANCH.LEVEL.eq(one.level()).and(AUDITTRAIL_BRANCH.INDEX.eq(one.index())));
            }
        }
        db.selectFrom(AUDITTRAIL_LEAF)
                .where(AUDITTRAIL_LEAF.INDEX.in(leaves))
                .forEach(row -> found.put(new NodeId(0, row.getIndex()), Hash.of(row.getHash())));
        db.selectFrom(AUDITTRAIL_BRANCH)
                .where(branches)
                .forEach(row -> found.put(new NodeId(row.getLevel(), row.getIndex()), Hash.of(row.getHash())));
        return wanted.stream()
                .map(one -> Optional.ofNullable(found.get(one))
                        .orElseThrow(() -> new IllegalStateException("node " + one + " of the log is missing")))
                .toList();
    }
}
