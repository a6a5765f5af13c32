package xindang.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hashes of codes and tokens (摘要). Those are random, so a quick hash is enough; passwords need {@link PasswordHasher}. */
final class Hashes {

    private Hashes() {}

    /** SHA-256 of a text, lower-case hexadecimal. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** HMAC-SHA-256 of a text, lower-case hexadecimal. */
    static String keyed(byte[] key, String text) {
        return HexFormat.of().formatHex(mac("HmacSHA256", key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A message authentication code. */
    static byte[] mac(String algorithm, byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
