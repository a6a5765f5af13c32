package xindang.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures with HMAC-SHA-256 (签名), as our webhooks and the bots of DingTalk and Feishu have them. */
final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /**
     * The header {@code Xindang-Signature}: {@code v1=} and, in hexadecimal, the signature of seconds, a full stop and the body; one of
     * each secret that is valid, with commas between.
     */
    static String ofWebhook(List<String> secrets, Instant at, String body) {
        byte[] signed = (at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1=" + HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), signed)))
                .collect(Collectors.joining(","));
    }

    /** DingTalk (钉钉): key is the secret, signed are milliseconds, a line feed and the secret; Base64, as part of an address. */
    static String ofDingTalk(String secret, Instant at) {
        byte[] signed = (at.toEpochMilli() + "\n" + secret).getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(hmac(secret.getBytes(StandardCharsets.UTF_8), signed));
        return URLEncoder.encode(base64, StandardCharsets.UTF_8);
    }

    /** Feishu (飞书): key are seconds, a line feed and the secret, signed is nothing; Base64. */
    static String ofFeishu(String secret, Instant at) {
        byte[] key = (at.getEpochSecond() + "\n" + secret).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(hmac(key, new byte[0]));
    }

    private static byte[] hmac(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
