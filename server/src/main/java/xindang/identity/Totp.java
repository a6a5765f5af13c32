package xindang.identity;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;

/**
 * Time-based one-time codes (动态口令) of RFC 6238 over RFC 4226: HMAC-SHA-1, six digits, thirty seconds, which is what every
 * authenticator app knows.
 */
public final class Totp {

    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE_32_BITS = 5;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final int OFFSET_MASK = 0xF;

    private Totp() {}

    /** Number of the time step an instant lies in. */
    public static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a time step, with leading zeros. */
    public static String code(byte[] secret, long step) {
        byte[] hash = Hashes.mac(
                "HmacSHA1",
                secret,
                ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & OFFSET_MASK;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /** A secret as apps take it by hand: Base32 of RFC 4648 without padding. */
    public static String base32(byte[] secret) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : secret) {
            held = (held << Byte.SIZE) | (one & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BASE_32_BITS) {
                bits -= BASE_32_BITS;
                text.append(BASE_32.charAt((held >> bits) & (BASE_32.length() - 1)));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE_32.charAt((held << (BASE_32_BITS - bits)) & (BASE_32.length() - 1)))
                        .toString();
    }
}
