package xindang.platform.rest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.store.SecretStore;

/**
 * Cursors of lists (游标): where a page ended, signed with a secret of the installation, so that only places we named
 * ourselves come back and any process can read them.
 */
@Component
public class Cursors {

    private static final int SIGNATURE_BYTES = 16;

    private final SecretStore secrets;
    private final JsonMapper json;

    Cursors(SecretStore secrets, JsonMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    /**
     * Writes a cursor.
     *
     * @param place list and order the cursor belongs to; one of another place is refused
     * @param values sort values of the last row
     */
    public String write(String place, List<String> values) {
        byte[] content = json.writeValueAsBytes(values);
        byte[] signature = sign(place, content);
        byte[] all = Arrays.copyOf(signature, SIGNATURE_BYTES + content.length);
        System.arraycopy(content, 0, all, SIGNATURE_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * Reads a cursor.
     *
     * @throws Refusal 400 if we did not write it for this place
     */
    public List<String> read(String place, String cursor) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(cursor);
            if (all.length > SIGNATURE_BYTES) {
                byte[] content = Arrays.copyOfRange(all, SIGNATURE_BYTES, all.length);
                if (MessageDigest.isEqual(sign(place, content), Arrays.copyOf(all, SIGNATURE_BYTES))) {
                    return List.of(json.readValue(content, String[].class));
                }
            }
        } catch (IllegalArgumentException | JacksonException notOurs) {
            // Refused below like any other that is not ours.
        }
        throw Refusal.of(Code.MALFORMED_REQUEST, Reason.field("cursor", "unknown-cursor"));
    }

    private byte[] sign(String place, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.secret("cursor"), "HmacSHA256"));
            mac.update(place.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
