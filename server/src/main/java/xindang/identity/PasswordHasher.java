package xindang.identity;

import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (口令散列): 19 MiB, two passes, one lane, as the OWASP Password Storage Cheat Sheet has it.
 */
@Component
class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);

    /** Each computation takes 19 MiB and a processor; more at once would only serve an attacker. */
    private final Semaphore slots =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** A hash no password fits, of the same cost as a real one. */
    private final String none = encoder.encode("no such user");

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
