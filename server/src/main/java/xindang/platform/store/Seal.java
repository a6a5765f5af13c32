package xindang.platform.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts and authenticates small texts with AES-256-GCM (封存): twelve bytes of chance, then the sealed text. */
public final class Seal {

    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    /** The bytes of an id, for what a sealed text belongs to. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** A new key. */
    public static byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /**
     * Seals a text.
     *
     * @param about what it belongs to; it opens only with the same
     */
    public static byte[] close(byte[] key, byte[] about, byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, about, text, 0);
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /**
     * Opens what {@link #close} gave.
     *
     * @throws Broken if key or belonging is another, or a byte was changed
     */
    public static byte[] open(byte[] key, byte[] about, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            throw new Broken();
        }
        return run(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE_BYTES), about, sealed, NONCE_BYTES);
    }

    /** What was sealed is no longer what it was. */
    public static final class Broken extends RuntimeException {

        Broken() {
            super("a sealed text was changed");
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] about, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(about);
            return cipher.doFinal(text, from, text.length - from);
        } catch (AEADBadTagException e) {
            throw new Broken();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher is not at hand: " + e.getMessage(), e);
        }
    }
}
