package xindang.audittrail.store;

import static xindang.schema.Tables.AUDITTRAIL_CHECKPOINT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.evidence.EvidenceWriter;
import xindang.proof.log.Content;
import xindang.proof.log.Leaf;
import xindang.proof.log.LogEntry;
import xindang.proof.tree.Hash;

/** Reads entries with their places for evidence (证据读取), one after the other. */
@Repository
public class EvidenceReader {

    private static final int ROWS_AT_ONCE = 1_000;

    private final DSLContext db;
    private final SealedContents contents;

    EvidenceReader(DSLContext db, SealedContents contents) {
        this.db = db;
        this.contents = contents;
    }

    /** An entry within the nodes, once it has its place. */
    public Optional<LogEntry> entry(List<UUID> nodes, UUID id) {
        return db.fetch("""
                        select l.index, l.written_at, l.writer, l.counter, e.commitment, e.subject_id, e.content,
                            audittrail_wrapped(e.subject_id) as wrapped, true as within
                        from audittrail_entry e join audittrail_leaf l on l.entry_id = e.id
                        where e.id = ? and e.node_id = any(?::uuid[])""", id, nodes.toArray(UUID[]::new)).stream()
                .findFirst()
                .map(this::entry);
    }

    /**
     * Writes all checkpoints up to one, each before the entries it covers; within a transaction, else the driver takes all at once.
     *
     * @param nodes whose contents are handed out
     * @param number of the last checkpoint
     */
    public void each(List<UUID> nodes, long number, EvidenceWriter writer) throws IOException {
        List<SignedCheckpoint> checkpoints = db.select(AUDITTRAIL_CHECKPOINT.NOTE)
                .from(AUDITTRAIL_CHECKPOINT)
                .where(AUDITTRAIL_CHECKPOINT.NUMBER.le(number))
                .orderBy(AUDITTRAIL_CHECKPOINT.NUMBER)
                .fetch(row -> SignedCheckpoint.parse(row.value1()));
        long from = 0;
        for (SignedCheckpoint checkpoint : checkpoints) {
            writer.checkpoint(checkpoint);
            long size = checkpoint.checkpoint().size();
            entries(nodes, from, size, writer);
            from = size;
        }
    }

    private void entries(List<UUID> nodes, long from, long to, EvidenceWriter writer) throws IOException {
        try (var rows = db.resultQuery(
                        "select * from audittrail_evidence(?::uuid[], ?, ?)", nodes.toArray(UUID[]::new), from, to)
                .fetchSize(ROWS_AT_ONCE)
                .fetchLazy()) {
            for (Record row : rows) {
                writer.entry(entry(row), Hash.of(row.get("hash", byte[].class)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private LogEntry entry(Record row) {
        Content content = !row.get("within", Boolean.class)
                ? new Content.Withheld()
                : contents.open(
                                row.get("subject_id", UUID.class),
                                row.get("wrapped", byte[].class),
                                row.get("content", byte[].class))
                        .<Content>map(kept -> kept)
                        .orElseGet(Content.Destroyed::new);
        return new LogEntry(row.get("index", Long.class), leaf(row), content);
    }

    /** The leaf that a row of the trail makes. */
    static Leaf leaf(Record row) {
        return new Leaf(
                row.get("written_at", OffsetDateTime.class).toInstant(),
                row.get("writer", String.class),
                row.get("counter", Long.class),
                Hash.of(row.get("commitment", byte[].class)));
    }
}
