package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_USER;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The columns of the table of users that stand beside a password (口令状态). */
@Repository
public class CredentialStore {

    private final DSLContext db;

    CredentialStore(DSLContext db) {
        this.db = db;
    }

    /**
     * How it stands with a user's password.
     *
     * @param hash Argon2id
     * @param setAt when it was set
     * @param changeDue whether somebody else set it
     * @param epoch sessions begun under another number are ended
     */
    public record Standing(String hash, OffsetDateTime setAt, boolean changeDue, int epoch) {}

    /** How it stands with a user's password. */
    public Optional<Standing> find(UUID user) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.ID.eq(user))
                .fetchOptional(row -> new Standing(
                        row.getPasswordHash(),
                        row.getPasswordSetAt(),
                        row.getPasswordChangeDue(),
                        row.getSessionEpoch()));
    }

    /** The number of a user whose account is open; nothing of a closed one. */
    public Optional<Integer> epoch(UUID user) {
        return db.select(IDENTITY_USER.SESSION_EPOCH)
                .from(IDENTITY_USER)
                .where(IDENTITY_USER.ID.eq(user).and(IDENTITY_USER.ACTIVE))
                .fetchOptional(IDENTITY_USER.SESSION_EPOCH);
    }

    /** Gives a user a password of his own and ends his sessions. */
    public void setOwn(UUID user, String hash, OffsetDateTime now) {
        db.update(IDENTITY_USER)
                .set(IDENTITY_USER.PASSWORD_HASH, hash)
                .set(IDENTITY_USER.PASSWORD_SET_AT, now)
                .set(IDENTITY_USER.PASSWORD_CHANGE_DUE, false)
                .set(IDENTITY_USER.SESSION_EPOCH, IDENTITY_USER.SESSION_EPOCH.plus(1))
                .where(IDENTITY_USER.ID.eq(user))
                .execute();
    }

    /** Notes that somebody else has set a user's password, and ends his sessions. */
    public void setByOther(UUID user, OffsetDateTime now) {
        db.update(IDENTITY_USER)
                .set(IDENTITY_USER.PASSWORD_SET_AT, now)
                .set(IDENTITY_USER.PASSWORD_CHANGE_DUE, true)
                .set(IDENTITY_USER.SESSION_EPOCH, IDENTITY_USER.SESSION_EPOCH.plus(1))
                .where(IDENTITY_USER.ID.eq(user))
                .execute();
    }

    /** Ends all sessions of a user. */
    public void endSessions(UUID user) {
        db.update(IDENTITY_USER)
                .set(IDENTITY_USER.SESSION_EPOCH, IDENTITY_USER.SESSION_EPOCH.plus(1))
                .where(IDENTITY_USER.ID.eq(user))
                .execute();
    }
}
