package xindang.identity;

import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (口令散列): 19 MiB, two passes, one lane, as the OWASP Password Storage Cheat Sheet has it. A hash
 * says what it took, so hashes of another setting stay good.
 */
@Component
class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder;

    /** Each computation takes its memory and a processor; more at once would only serve an attacker. */
    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** A hash no password fits, of the same cost as a real one. */
    private final String none;

    /**
     * Hashes from now on at this cost.
     *
     * @param memory KiB that one computation takes; less than the default only where nothing is worth guarding, as in tests
     */
    PasswordHasher(@Value("${xindang.password.memory:19456}") int memory) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memory, PASSES);
        none = String.valueOf(encoder.encode("no such user"));
    }

    String hash(String password) {
        slots.acquireUninterruptibly();
        try {
            return String.valueOf(encoder.encode(password));
        } finally {
            slots.release();
        }
    }

    boolean matches(String password, String hash) {
        slots.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            slots.release();
        }
    }

    /** Takes as long as a comparison: the time must not tell whether a login exists. */
    void compareWithNothing(String password) {
        matches(password, none);
    }
}
