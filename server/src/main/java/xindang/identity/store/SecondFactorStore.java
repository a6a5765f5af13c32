package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_RECOVERY_CODE;
import static xindang.schema.Tables.IDENTITY_SECOND_FACTOR;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables of second factors and recovery codes (动态口令与恢复码表). */
@Repository
public class SecondFactorStore {

    private final DSLContext db;

    SecondFactorStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A user's second factor.
     *
     * @param sealed the secret, sealed
     * @param confirmedAt since when it is in force; null while a code has not confirmed it
     */
    public record Factor(ByteBuffer sealed, @Nullable OffsetDateTime confirmedAt) {}

    /** A user's second factor, in force or not. */
    public Optional<Factor> find(UUID user) {
        return db.selectFrom(IDENTITY_SECOND_FACTOR)
                .where(IDENTITY_SECOND_FACTOR.USER_ID.eq(user))
                .fetchOptional(
                        row -> new Factor(ByteBuffer.wrap(row.getSecret()).asReadOnlyBuffer(), row.getConfirmedAt()));
    }

    /** Keeps a new secret that is not in force yet, in place of an earlier such one; whether none is in force. */
    public boolean begin(UUID user, byte[] sealed, OffsetDateTime now) {
        return db.insertInto(IDENTITY_SECOND_FACTOR)
                        .set(IDENTITY_SECOND_FACTOR.USER_ID, user)
                        .set(IDENTITY_SECOND_FACTOR.SECRET, sealed)
                        .set(IDENTITY_SECOND_FACTOR.CREATED_AT, now)
                        .onConflict(IDENTITY_SECOND_FACTOR.USER_ID)
                        .doUpdate()
                        .set(IDENTITY_SECOND_FACTOR.SECRET, sealed)
                        .set(IDENTITY_SECOND_FACTOR.CREATED_AT, now)
                        .where(IDENTITY_SECOND_FACTOR.CONFIRMED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Puts the secret in force. */
    public void confirm(UUID user, OffsetDateTime now) {
        db.update(IDENTITY_SECOND_FACTOR)
                .set(IDENTITY_SECOND_FACTOR.CONFIRMED_AT, now)
                .where(IDENTITY_SECOND_FACTOR.USER_ID.eq(user))
                .execute();
    }

    /** Takes the code of a time step; whether no code of this step or a later one was taken before. */
    public boolean take(UUID user, long step) {
        return db.update(IDENTITY_SECOND_FACTOR)
                        .set(IDENTITY_SECOND_FACTOR.LAST_STEP, step)
                        .where(IDENTITY_SECOND_FACTOR.USER_ID.eq(user).and(IDENTITY_SECOND_FACTOR.LAST_STEP.lt(step)))
                        .execute()
                == 1;
    }

    /** Removes secret and recovery codes; whether there was a secret. */
    public boolean remove(UUID user) {
        db.deleteFrom(IDENTITY_RECOVERY_CODE)
                .where(IDENTITY_RECOVERY_CODE.USER_ID.eq(user))
                .execute();
        return db.deleteFrom(IDENTITY_SECOND_FACTOR)
                        .where(IDENTITY_SECOND_FACTOR.USER_ID.eq(user))
                        .execute()
                == 1;
    }

    /** Keeps new recovery codes in place of all earlier ones. */
    public void replaceCodes(UUID user, List<String> hashes) {
        db.deleteFrom(IDENTITY_RECOVERY_CODE)
                .where(IDENTITY_RECOVERY_CODE.USER_ID.eq(user))
                .execute();
        for (String hash : hashes) {
            db.insertInto(IDENTITY_RECOVERY_CODE)
                    .set(IDENTITY_RECOVERY_CODE.USER_ID, user)
                    .set(IDENTITY_RECOVERY_CODE.CODE_HASH, hash)
                    .execute();
        }
    }

    /** Uses a recovery code up; whether it was good. */
    public boolean use(UUID user, String hash, OffsetDateTime now) {
        return db.update(IDENTITY_RECOVERY_CODE)
                        .set(IDENTITY_RECOVERY_CODE.USED_AT, now)
                        .where(IDENTITY_RECOVERY_CODE.USER_ID.eq(user))
                        .and(IDENTITY_RECOVERY_CODE.CODE_HASH.eq(hash))
                        .and(IDENTITY_RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Recovery codes not used yet. */
    public int codesLeft(UUID user) {
        return db.fetchCount(
                IDENTITY_RECOVERY_CODE,
                IDENTITY_RECOVERY_CODE.USER_ID.eq(user).and(IDENTITY_RECOVERY_CODE.USED_AT.isNull()));
    }
}
