package xindang.proof.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * The hash function (哈希算法) of a log, chosen once for its life. Leaves and nodes are hashed with different first bytes
 * (RFC 9162 section 2.1.1), so that no node can be passed off as a leaf.
 */
public enum HashFunction {
    /** SHA-256 (FIPS 180-4), the default. */
    SHA_256("sha-256"),
    /** SM3 (GB/T 32905). */
    SM3("sm3");

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final String id;

    HashFunction(String id) {
        this.id = id;
    }

    /** The function of an id. */
    public static Optional<HashFunction> byId(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** How checkpoints and packages name the function. */
    public String id() {
        return id;
    }

    /** The hash of some bytes put one behind the other. */
    public Hash of(byte[]... parts) {
        return Hash.taking(this == SM3 ? sm3(parts) : sha256(parts));
    }

    /** The root of a tree without leaves: the hash of nothing. */
    public Hash empty() {
        return of();
    }

    /** The hash of a leaf. */
    public Hash leaf(byte[] leaf) {
        return of(LEAF, leaf);
    }

    /** The hash of the node above two others. */
    public Hash node(Hash left, Hash right) {
        return of(NODE, left.inside(), right.inside());
    }

    private static byte[] sha256(byte[][] parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] sm3(byte[][] parts) {
        var digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] result = new byte[Hash.BYTES];
        digest.doFinal(result, 0);
        return result;
    }
}
