package xindang.identity;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.platform.store.Seal;
import xindang.platform.store.SecretStore;

/** Seals small secrets of users (密封) under a key of the installation, each bound to its user. */
@Component
class SecretBox {

    private final SecretStore secrets;

    SecretBox(SecretStore secrets) {
        this.secrets = secrets;
    }

    byte[] seal(UUID user, byte[] secret) {
        return Seal.close(key(), Seal.bytes(user), secret);
    }

    byte[] open(UUID user, ByteBuffer sealed) {
        byte[] content = new byte[sealed.remaining()];
        sealed.duplicate().get(content);
        return Seal.open(key(), Seal.bytes(user), content);
    }

    /** A key for hashes of codes, so that a copy of their table alone does not let anybody try codes. */
    byte[] hashKey() {
        return secrets.secret("recovery-codes");
    }

    private byte[] key() {
        return secrets.secret("second-factor");
    }
}
