package xindang.proof.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.log.LogEntry;
import xindang.proof.tree.Hash;
import xindang.proof.tree.InclusionProof;

/**
 * The receipt for one entry (回执): the entry, the way from it to the root, and the signed checkpoint with that root. Whoever
 * holds it can prove the entry even if the whole log is gone.
 *
 * @param entry the entry
 * @param proof proof of inclusion in the tree of the checkpoint
 * @param checkpoint the signed checkpoint
 */
public record Receipt(LogEntry entry, InclusionProof proof, SignedCheckpoint checkpoint) {

    private static final String FORM = "xindang-receipt/1";
    private static final Set<String> MEMBERS =
            Set.of("format", "index", "leaf", "salt", "content", "destroyed", "withheld", "proof", "checkpoint");

    /** Checks that entry, proof and checkpoint speak of the same place. */
    public Receipt {
        if (proof.index() != entry.index()
                || proof.size() != checkpoint.checkpoint().size()) {
            throw new IllegalArgumentException("a proof of something else");
        }
    }

    /** The text of the receipt, one JSON object with a line end. */
    public String text() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", FORM);
        LogLine.put(entry, members);
        members.put("proof", LogLine.texts(proof.path()));
        members.put("checkpoint", checkpoint.text());
        return FlatJson.write(members) + "\n";
    }

    /**
     * Reads the text back; whether it is true is for {@link EvidenceVerifier}.
     *
     * @throws IllegalArgumentException if it is no receipt
     */
    public static Receipt parse(String text) {
        FlatJson json = FlatJson.read(text).only(MEMBERS);
        if (!json.text("format").equals(FORM)) {
            throw new IllegalArgumentException("not of form " + FORM);
        }
        LogEntry entry = LogLine.entry(json);
        List<Hash> path = json.texts("proof").stream().map(Hash::ofBase64).toList();
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(json.text("checkpoint"));
        var proof = new InclusionProof(entry.index(), checkpoint.checkpoint().size(), path);
        return new Receipt(entry, proof, checkpoint);
    }
}
