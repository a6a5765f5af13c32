package xindang.notification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.platform.store.Seal;
import xindang.platform.store.SecretStore;

/** Seals addresses with keys and secrets of signatures (密封), each bound to its bot or subscription. */
@Component
class Sealing {

    private final SecretStore secrets;

    Sealing(SecretStore secrets) {
        this.secrets = secrets;
    }

    ByteBuffer seal(UUID of, String text) {
        return ByteBuffer.wrap(
                Seal.close(secrets.secret("notification"), Seal.bytes(of), text.getBytes(StandardCharsets.UTF_8)));
    }

    String open(UUID of, ByteBuffer sealed) {
        byte[] content = new byte[sealed.remaining()];
        sealed.duplicate().get(content);
        return new String(Seal.open(secrets.secret("notification"), Seal.bytes(of), content), StandardCharsets.UTF_8);
    }
}
