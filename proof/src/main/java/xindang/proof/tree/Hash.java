package xindang.proof.tree;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** A hash value (哈希值) of 32 bytes; both hash functions of a log give that many. Its text is standard base64. */
public final class Hash {

    /** Bytes of every hash value. */
    public static final int BYTES = 32;

    private static final int BASE64_LENGTH = 44;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash value from its bytes.
     *
     * @throws IllegalArgumentException unless they are 32
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash value has " + BYTES + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /**
     * A hash value from its text.
     *
     * @throws IllegalArgumentException unless it is the one base64 text of 32 bytes
     */
    public static Hash ofBase64(String text) {
        if (text.length() != BASE64_LENGTH) {
            throw new IllegalArgumentException("the text of a hash value has " + BASE64_LENGTH + " characters");
        }
        Hash hash = of(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            // The last character carries bits that no byte uses; two texts of one value would be two truths.
            throw new IllegalArgumentException("not the canonical text of a hash value");
        }
        return hash;
    }

    /** Takes over the array of a digest just made. */
    static Hash taking(byte[] digest) {
        return new Hash(digest);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes themselves, for hashing on. */
    byte[] inside() {
        return bytes;
    }

    /** The text in standard base64 with padding. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
