package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_USER;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.identity.User;

/** Table of users (用户表). */
@Repository
public class UserStore {

    private final DSLContext db;

    UserStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A user with his password's hash.
     *
     * @param user the user
     * @param passwordHash Argon2id
     */
    public record Credentials(User user, String passwordHash) {}

    /** Whether there is any user: without one the installation waits for its set-up. */
    public boolean isEmpty() {
        return !db.fetchExists(IDENTITY_USER);
    }

    /** A user by id. */
    public Optional<User> find(UUID id) {
        return db.selectFrom(IDENTITY_USER).where(IDENTITY_USER.ID.eq(id)).fetchOptional(UserStore::user);
    }

    /** Names by id. */
    public Map<UUID, String> names(Collection<UUID> some) {
        return db.select(IDENTITY_USER.ID, IDENTITY_USER.NAME)
                .from(IDENTITY_USER)
                .where(IDENTITY_USER.ID.in(some))
                .fetchMap(IDENTITY_USER.ID, IDENTITY_USER.NAME);
    }

    /** A user by id, who stays as he is until the transaction ends; others may look at him meanwhile. */
    public Optional<User> share(UUID id) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.ID.eq(id))
                .forShare()
                .fetchOptional(UserStore::user);
    }

    /** A user by id, locked for a change. */
    public Optional<User> lock(UUID id) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.ID.eq(id))
                .forUpdate()
                .fetchOptional(UserStore::user);
    }

    /** Closes a locked user's account for good. */
    public void close(UUID id, OffsetDateTime at) {
        db.update(IDENTITY_USER)
                .set(IDENTITY_USER.ACTIVE, false)
                .set(IDENTITY_USER.CLOSED_AT, at)
                .set(IDENTITY_USER.VERSION, IDENTITY_USER.VERSION.plus(1))
                .where(IDENTITY_USER.ID.eq(id))
                .execute();
    }

    /** The active users of some nodes. */
    public List<User> active(List<UUID> nodes) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.NODE_ID.in(nodes).and(IDENTITY_USER.ACTIVE))
                .fetch(UserStore::user);
    }

    /** Those of some users who may sign in, by name. */
    public List<User> activeAmong(Collection<UUID> ids) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.ID.in(ids).and(IDENTITY_USER.ACTIVE))
                .orderBy(IDENTITY_USER.NAME, IDENTITY_USER.ID)
                .fetch(UserStore::user);
    }

    /** A user by login, with the hash. */
    public Optional<Credentials> credentials(String login) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.LOGIN.eq(login))
                .fetchOptional(row -> new Credentials(user(row), row.getPasswordHash()));
    }

    /** A new user; nothing if the login is taken. */
    public Optional<User> insert(UUID node, String login, String name, String hash) {
        return db.insertInto(IDENTITY_USER)
                .set(IDENTITY_USER.NODE_ID, node)
                .set(IDENTITY_USER.LOGIN, login)
                .set(IDENTITY_USER.NAME, name)
                .set(IDENTITY_USER.PASSWORD_HASH, hash)
                .onConflictDoNothing()
                .returning()
                .fetchOptional(UserStore::user);
    }

    /**
     * Changes a user.
     *
     * @param changed the user with the new values, and the version the change starts from
     * @param hash new hash; null to keep the present one
     * @return whether that version was still the present one
     */
    public boolean update(User changed, @Nullable String hash) {
        var update = db.update(IDENTITY_USER)
                .set(IDENTITY_USER.NODE_ID, changed.node())
                .set(IDENTITY_USER.NAME, changed.name())
                .set(IDENTITY_USER.LANGUAGE, changed.language())
                .set(IDENTITY_USER.ACTIVE, changed.active())
                .set(IDENTITY_USER.VERSION, IDENTITY_USER.VERSION.plus(1));
        if (hash != null) {
            update = update.set(IDENTITY_USER.PASSWORD_HASH, hash);
        }
        return update.where(IDENTITY_USER.ID.eq(changed.id()))
                        .and(IDENTITY_USER.VERSION.eq(changed.version()))
                        .execute()
                == 1;
    }

    /** The fields of a row of users. */
    static User user(Record row) {
        return new User(
                row.get(IDENTITY_USER.ID),
                row.get(IDENTITY_USER.LOGIN),
                row.get(IDENTITY_USER.NAME),
                row.get(IDENTITY_USER.NODE_ID),
                row.get(IDENTITY_USER.LANGUAGE),
                row.get(IDENTITY_USER.ACTIVE),
                row.get(IDENTITY_USER.CLOSED_AT) != null,
                row.get(IDENTITY_USER.VERSION));
    }
}
