package xindang.platform.store;

import static xindang.schema.Tables.PLATFORM_SECRET;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets that the processes of an installation share (共享密钥). */
@Repository
public class SecretStore {

    private static final int BYTES = 32;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final DSLContext db;

    /** A transaction of its own: the first use may lie within one that only reads. */
    private final TransactionTemplate apart;

    SecretStore(DSLContext db, PlatformTransactionManager transactions) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The secret of a purpose; made at its first use by whichever process comes first. */
    public byte[] secret(String purpose) {
        byte[] secret = known.computeIfAbsent(purpose, this::loadApart);
        return Arrays.copyOf(secret, secret.length);
    }

    private byte[] loadApart(String purpose) {
        return Objects.requireNonNull(apart.execute(_ -> load(purpose)));
    }

    private byte[] load(String purpose) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        db.insertInto(PLATFORM_SECRET)
                .set(PLATFORM_SECRET.NAME, purpose)
                .set(PLATFORM_SECRET.SECRET, fresh)
                .onConflictDoNothing()
                .execute();
        return Objects.requireNonNull(db.select(PLATFORM_SECRET.SECRET)
                .from(PLATFORM_SECRET)
                .where(PLATFORM_SECRET.NAME.eq(purpose))
                .fetchSingle(PLATFORM_SECRET.SECRET));
    }
}
