package xindang.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.decision.PolicyRef;

/**
 * One version of one policy (制度版本) as it stands in a regime export.
 *
 * @param ref kind, id, version and hash
 * @param node node of the organisation tree it belongs to
 * @param validFrom first day it is in force
 * @param body its parameters
 * @param origins where each parameter came from
 */
public record PolicyDocument(PolicyRef ref, String node, LocalDate validFrom, Body body, Map<String, String> origins) {

    /**
     * A version made here, with its hash.
     *
     * @param body parameters as JSON gives them
     */
    public static PolicyDocument of(
            String kind,
            String id,
            String version,
            Place place,
            Map<String, @Nullable Object> body,
            Map<String, String> origins) {
        var policy = new LinkedHashMap<String, @Nullable Object>();
        policy.put("kind", kind);
        policy.put("id", id);
        policy.put("version", version);
        policy.put("node", place.node());
        policy.put("validFrom", place.validFrom().toString());
        policy.put("body", body);
        return new PolicyDocument(
                new PolicyRef(kind, id, version, sha256(policy)),
                place.node(),
                place.validFrom(),
                Body.of(kind + " " + id, "/body", body),
                origins);
    }

    /**
     * Where and from when a policy holds.
     *
     * @param node node of the organisation tree
     * @param validFrom first day in force
     */
    public record Place(String node, LocalDate validFrom) {}

    /**
     * The hash of a policy: SHA-256 over the canonical JSON of {kind, id, version, node, validFrom, body}. The origins stay
     * outside, so that explaining a value better does not make another policy.
     *
     * @param policy the policy as in a file
     */
    public static String sha256(Map<?, ?> policy) {
        var hashed = new LinkedHashMap<String, @Nullable Object>();
        for (String name : new String[] {"kind", "id", "version", "node", "validFrom", "body"}) {
            hashed.put(name, policy.get(name));
        }
        byte[] bytes = CanonicalJson.text(hashed).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
