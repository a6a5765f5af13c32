package xindang.audittrail.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.store.Seal;
import xindang.platform.store.SecretStore;
import xindang.proof.log.Commitment;
import xindang.proof.log.Content;
import xindang.proof.log.Salt;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/**
 * Contents of entries, each sealed with the key of its object (内容封存). The keys are wrapped by a secret of the installation;
 * with the key of an object all that was recorded about it can be destroyed at once, backups included.
 */
@Repository
public class SealedContents {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_KNOWN = 10_000;

    private final SecretStore secrets;

    /** Wrapped keys as they were last seen; the database says when one is no longer right. */
    private final Map<UUID, byte[]> latest = Collections.synchronizedMap(new LatestUsed());

    SealedContents(SecretStore secrets) {
        this.secrets = secrets;
    }

    /**
     * A content as its row keeps it, if its object has the key that is believed.
     *
     * @param key wrapped key it is sealed by
     */
    record Kept(Sealed key, Sealed content, Hash commitment) {}

    /** Bytes that are not compared. */
    static final class Sealed {

        private final byte[] bytes;

        Sealed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /** Something to be said of an object: salted and committed to once, sealed by whatever key the object has. */
    final class Statement {

        private final UUID subject;
        private final byte[] salted;
        private final Hash commitment;

        private Statement(UUID subject, HashFunction function, String text) {
            this.subject = subject;
            Salt salt = Salt.random(RANDOM);
            byte[] said = text.getBytes(StandardCharsets.UTF_8);
            this.commitment = Commitment.of(function, salt, said);
            this.salted = joined(salt.bytes(), said);
        }

        /** Sealed by the key the object had last, or by a new one. */
        Kept believed() {
            byte[] known = latest.get(subject);
            if (known != null) {
                return by(known);
            }
            byte[] fresh = Seal.newKey();
            byte[] wrapped = Seal.close(master(), Seal.bytes(subject), fresh);
            latest.put(subject, wrapped);
            return kept(wrapped, fresh);
        }

        /** Sealed by the key that the object turned out to have. */
        Kept by(byte[] wrapped) {
            latest.put(subject, wrapped);
            return kept(wrapped, Seal.open(master(), Seal.bytes(subject), wrapped));
        }

        private Kept kept(byte[] wrapped, byte[] key) {
            return new Kept(new Sealed(wrapped), new Sealed(Seal.close(key, Seal.bytes(subject), salted)), commitment);
        }
    }

    /** Prepares what is to be said of an object. */
    Statement statement(UUID subject, HashFunction function, String text) {
        return new Statement(subject, function, text);
    }

    /**
     * What a row keeps.
     *
     * @param wrapped the wrapped key of its object; null if it is destroyed
     * @param subject the object; null for rows from before there were keys
     * @return nothing if the content is destroyed; something that no leaf commits to if it was changed
     */
    Optional<Content.Kept> open(@Nullable UUID subject, byte @Nullable [] wrapped, byte[] content) {
        if (subject != null && (wrapped == null || content.length == 0)) {
            return Optional.empty();
        }
        try {
            byte[] all = subject == null || wrapped == null
                    ? content
                    : Seal.open(Seal.open(master(), Seal.bytes(subject), wrapped), Seal.bytes(subject), content);
            String text = new String(all, Salt.BYTES, all.length - Salt.BYTES, StandardCharsets.UTF_8);
            return Optional.of(new Content.Kept(Salt.of(Arrays.copyOf(all, Salt.BYTES)), text));
        } catch (Seal.Broken | IndexOutOfBoundsException e) {
            return Optional.of(new Content.Kept(Salt.of(new byte[Salt.BYTES]), ""));
        }
    }

    private byte[] master() {
        return secrets.secret("audittrail");
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** Forgets what was not used for longest. */
    private static final class LatestUsed extends LinkedHashMap<UUID, byte[]> {

        private static final long serialVersionUID = 1;

        LatestUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, byte[]> eldest) {
            return size() > MOST_KNOWN;
        }
    }
}
