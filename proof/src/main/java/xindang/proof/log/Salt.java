package xindang.proof.log;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The salt of a commitment (盐值): 32 bytes of chance, without which nobody can try out what a destroyed content may have
 * been. It is destroyed together with the content.
 */
public final class Salt {

    /** Bytes of a salt. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new salt. */
    public static Salt random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    /**
     * A stored salt.
     *
     * @throws IllegalArgumentException unless it has 32 bytes
     */
    public static Salt of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a salt has " + BYTES + " bytes");
        }
        return new Salt(bytes.clone());
    }

    /**
     * A salt from its base64 text.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Salt ofBase64(String text) {
        Salt salt = of(Base64.getDecoder().decode(text));
        if (!salt.base64().equals(text)) {
            throw new IllegalArgumentException("not the canonical text of a salt");
        }
        return salt;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The text in standard base64. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Salt salt && Arrays.equals(bytes, salt.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
