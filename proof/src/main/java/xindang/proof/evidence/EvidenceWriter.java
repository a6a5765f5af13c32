package xindang.proof.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.checkpoint.VerifyingKey;
import xindang.proof.log.LogEntry;
import xindang.proof.tree.ConsistencyProof;
import xindang.proof.tree.Frontier;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;
import xindang.proof.tree.InclusionProof;

/**
 * Writes an evidence package (证据包) as a stream; nothing is held back. A range goes: a checkpoint, the entries it covers,
 * the next checkpoint and its entries, and so on; behind the last entry later checkpoints with their proofs. A selection
 * goes: one checkpoint, then entries with their proofs, by rising index. The writer does not judge what it writes; a server
 * that has lost something shall show it.
 */
public final class EvidenceWriter implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String KEYS = "keys.pem";
    static final String LOG = "log.jsonl";

    /** Where a zip file wants a time; ours has none, so that equal content gives equal bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    private EvidenceWriter(OutputStream out, Manifest manifest, List<VerifyingKey> keys) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        begin(MANIFEST);
        write(manifest.text());
        begin(KEYS);
        for (VerifyingKey key : keys) {
            write(key.pem());
        }
        begin(LOG);
    }

    /**
     * Begins a package with all entries from an index on.
     *
     * @param out where to; closed with the writer
     * @param origin name of the log
     * @param start frontier of the tree before the first entry; its size must be 0 or that of a checkpoint, which then comes
     *     first
     * @param end index behind the last entry, which must be the size of a checkpoint
     * @param keys public keys of the log, for information; nobody verifies with them
     */
    public static EvidenceWriter range(
            OutputStream out, String origin, Frontier start, long end, List<VerifyingKey> keys) throws IOException {
        return new EvidenceWriter(out, new Manifest(Verdict.Kind.RANGE, origin, start, end), keys);
    }

    /**
     * Begins a package with some entries.
     *
     * @param out where to; closed with the writer
     * @param checkpoint the checkpoint that all proofs lead to
     * @param keys public keys of the log, for information
     */
    public static EvidenceWriter selection(OutputStream out, SignedCheckpoint checkpoint, List<VerifyingKey> keys)
            throws IOException {
        HashFunction function = checkpoint.checkpoint().function();
        var manifest = new Manifest(
                Verdict.Kind.SELECTION,
                checkpoint.checkpoint().origin(),
                Frontier.empty(function),
                checkpoint.checkpoint().size());
        var writer = new EvidenceWriter(out, manifest, keys);
        writer.checkpoint(checkpoint);
        return writer;
    }

    /** A checkpoint, before the entries it covers. */
    public void checkpoint(SignedCheckpoint signed) throws IOException {
        line(new LogLine.CheckpointLine(signed, null));
    }

    /** A checkpoint behind the last entry, with the proof that it extends the one before. */
    public void later(SignedCheckpoint signed, ConsistencyProof proof) throws IOException {
        line(new LogLine.CheckpointLine(signed, proof.path()));
    }

    /** An entry of a range; {@code stored} is the hash of its leaf as it stands in the stored nodes. */
    public void entry(LogEntry entry, Hash stored) throws IOException {
        line(new LogLine.EntryLine(entry, stored, null));
    }

    /** An entry of a selection. */
    public void entry(LogEntry entry, Hash stored, InclusionProof proof) throws IOException {
        line(new LogLine.EntryLine(entry, stored, proof.path()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void line(LogLine line) throws IOException {
        write(line.text());
        zip.write('\n');
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private void write(String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
