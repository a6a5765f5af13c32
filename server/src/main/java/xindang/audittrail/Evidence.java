package xindang.audittrail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.store.EvidenceReader;
import xindang.audittrail.store.LogStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.proof.checkpoint.Checkpoint;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.evidence.EvidenceWriter;
import xindang.proof.evidence.Receipt;
import xindang.proof.log.LogEntry;
import xindang.proof.tree.Frontier;
import xindang.proof.tree.Proofs;

/** Hands evidence out (证据导出): the whole log, or the receipt of one entry; both are verified without this system. */
@Service
public class Evidence {

    private final LogStore store;
    private final EvidenceReader reader;
    private final LogKeys keys;

    Evidence(LogStore store, EvidenceReader reader, LogKeys keys) {
        this.store = store;
        this.reader = reader;
        this.keys = keys;
    }

    /** The newest signed root; nothing before the first entry has its place. */
    @Transactional(readOnly = true)
    public Optional<SignedCheckpoint> newest() {
        return store.newest();
    }

    /**
     * The receipt of an entry within the nodes.
     *
     * @throws Refusal 404 if there is none, or if it has no place yet
     */
    @Transactional(readOnly = true)
    public Receipt receipt(List<UUID> nodes, UUID id) {
        LogEntry entry = reader.entry(nodes, id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        SignedCheckpoint newest = store.newest().orElseThrow(() -> Refusal.of(Code.CONFLICT));
        Checkpoint checkpoint = newest.checkpoint();
        var proofs = new Proofs(checkpoint.function(), store);
        return new Receipt(entry, proofs.inclusion(entry.index(), checkpoint.size()), newest);
    }

    /**
     * Writes the whole log up to a checkpoint. Contents out of the caller's reach are withheld; their leaves are there, so
     * that nothing can be left out unnoticed.
     */
    @Transactional(readOnly = true)
    public void write(Caller caller, SignedCheckpoint until, OutputStream out) throws IOException {
        Checkpoint end = until.checkpoint();
        try (EvidenceWriter writer = EvidenceWriter.range(
                out, end.origin(), Frontier.empty(end.function()), end.size(), List.of(keys.verifying()))) {
            reader.each(caller.nodes(), end.number(), writer);
        }
    }
}
