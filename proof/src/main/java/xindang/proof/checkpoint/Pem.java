package xindang.proof.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One object in PEM text (RFC 7468). */
final class Pem {

    static final String PRIVATE = "PRIVATE KEY";
    static final String PUBLIC = "PUBLIC KEY";

    /** A key needs some hundred characters; more is something else. */
    private static final int MAX_LENGTH = 10_000;

    private static final int LINE = 64;

    private Pem() {}

    static String text(String label, byte[] der) {
        byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(LINE, newline).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    /** The bytes of the only object in a text. */
    static byte[] der(String label, String text) throws KeyFormatException {
        String trimmed = text.length() > MAX_LENGTH ? "" : text.strip();
        String begin = "-----BEGIN " + label + "-----";
        String end = "-----END " + label + "-----";
        if (!trimmed.startsWith(begin)
                || !trimmed.endsWith(end)
                || trimmed.indexOf("-----BEGIN", begin.length()) >= 0
                || trimmed.length() < begin.length() + end.length()) {
            throw new KeyFormatException("not one PEM " + label);
        }
        String body = trimmed.substring(begin.length(), trimmed.length() - end.length());
        try {
            return Base64.getDecoder().decode(body.replaceAll("[\\r\\n\\t ]", ""));
        } catch (IllegalArgumentException e) {
            throw new KeyFormatException("no base64 in the PEM " + label);
        }
    }
}
