package xindang.engine.decision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import xindang.engine.canonical.CanonicalJson;

/**
 * The last line of a run's decisions (封尾): how many records there are and the SHA-256 over their hashes in order. A record
 * that is missing, doubled, moved or added shows. Whoever rewrites everything can rewrite the seal too; proof against that
 * needs a signature, or a copy of the seal kept elsewhere.
 */
public final class DecisionSeal {

    private final MessageDigest digest = Sha256.digest();
    private int records;

    /** Adds the hash of the next record. */
    public void add(String sha256) {
        records++;
        digest.update(sha256.getBytes(StandardCharsets.US_ASCII));
    }

    /** The closing line over everything added; ends this seal. */
    public String text() {
        return CanonicalJson.text(Map.of(
                "end", Map.of("records", records, "sha256", HexFormat.of().formatHex(digest.digest()))));
    }
}
