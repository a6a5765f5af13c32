package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_DIRECTORY;
import static xindang.schema.Tables.IDENTITY_DIRECTORY_LOCK;
import static xindang.schema.Tables.IDENTITY_DIRECTORY_USER;
import static xindang.schema.Tables.IDENTITY_USER;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.identity.User;

/** Tables of which directory keeps which account, and what it locked (目录账号表). */
@Repository
public class DirectoryAccountStore {

    private final DSLContext db;

    DirectoryAccountStore(DSLContext db) {
        this.db = db;
    }

    /**
     * An account as directories see it.
     *
     * @param user the account
     * @param createdAt when it was made
     * @param directory the directory that keeps it; null if none does
     * @param externalId what that directory calls it; null if it has not said
     * @param lockedBy the directory that locked it; null if none did, or somebody else has decided since
     */
    public record Account(
            User user,
            OffsetDateTime createdAt,
            @Nullable UUID directory,
            @Nullable String externalId,
            @Nullable UUID lockedBy) {}

    /**
     * Which accounts are asked for; null for all.
     *
     * @param login exact login in lower case
     * @param externalId what the directory calls it
     * @param id exact id
     */
    public record Which(
            @Nullable String login,
            @Nullable String externalId,
            @Nullable UUID id) {

        /** Everybody. */
        public static final Which ALL = new Which(null, null, null);
    }

    /**
     * How an account is kept, for those who look after accounts.
     *
     * @param directory the directory
     * @param name what people call it
     * @param externalId what the directory calls the account
     * @param origin {@code made}, {@code matched} or {@code linked}
     */
    public record Kept(
            UUID directory, String name, @Nullable String externalId, String origin) {}

    /** Some of the accounts of some nodes, by login. */
    public List<Account> page(Collection<UUID> nodes, UUID directory, Which which, int offset, int count) {
        return select().where(condition(nodes, directory, which))
                .orderBy(IDENTITY_USER.LOGIN)
                .offset(offset)
                .limit(count)
                .fetch(DirectoryAccountStore::account);
    }

    /** How many there are. */
    public int count(Collection<UUID> nodes, UUID directory, Which which) {
        return db.fetchCount(select().where(condition(nodes, directory, which)));
    }

    /** One account of some nodes. */
    public Optional<Account> find(Collection<UUID> nodes, UUID id) {
        return select().where(IDENTITY_USER.ID.eq(id).and(IDENTITY_USER.NODE_ID.in(nodes)))
                .fetchOptional(DirectoryAccountStore::account);
    }

    private SelectOnConditionStep<Record> select() {
        return db.select(IDENTITY_USER.fields())
                .select(
                        IDENTITY_DIRECTORY_USER.DIRECTORY_ID,
                        IDENTITY_DIRECTORY_USER.EXTERNAL_ID,
                        IDENTITY_DIRECTORY_LOCK.DIRECTORY_ID)
                .from(IDENTITY_USER)
                .leftJoin(IDENTITY_DIRECTORY_USER)
                .on(IDENTITY_DIRECTORY_USER.USER_ID.eq(IDENTITY_USER.ID))
                .leftJoin(IDENTITY_DIRECTORY_LOCK)
                .on(IDENTITY_DIRECTORY_LOCK.USER_ID.eq(IDENTITY_USER.ID));
    }

    private static Condition condition(Collection<UUID> nodes, UUID directory, Which which) {
        Condition condition = IDENTITY_USER.NODE_ID.in(nodes);
        if (which.login() != null) {
            condition = condition.and(IDENTITY_USER.LOGIN.eq(which.login()));
        }
        if (which.externalId() != null) {
            condition = condition
                    .and(IDENTITY_DIRECTORY_USER.EXTERNAL_ID.eq(which.externalId()))
                    .and(IDENTITY_DIRECTORY_USER.DIRECTORY_ID.eq(directory));
        }
        return which.id() == null ? condition : condition.and(IDENTITY_USER.ID.eq(which.id()));
    }

    /** Lets a directory keep an account under a name of its own; whether that name was free. */
    public boolean keep(UUID user, UUID directory, @Nullable String externalId, String origin) {
        Condition taken = externalId == null
                ? DSL.falseCondition()
                : IDENTITY_DIRECTORY_USER
                        .DIRECTORY_ID
                        .eq(directory)
                        .and(IDENTITY_DIRECTORY_USER.EXTERNAL_ID.eq(externalId))
                        .and(IDENTITY_DIRECTORY_USER.USER_ID.ne(user));
        if (db.fetchExists(IDENTITY_DIRECTORY_USER, taken)) {
            return false;
        }
        return db.insertInto(IDENTITY_DIRECTORY_USER)
                        .set(IDENTITY_DIRECTORY_USER.USER_ID, user)
                        .set(IDENTITY_DIRECTORY_USER.DIRECTORY_ID, directory)
                        .set(IDENTITY_DIRECTORY_USER.EXTERNAL_ID, externalId)
                        .set(IDENTITY_DIRECTORY_USER.ORIGIN, origin)
                        .onConflict(IDENTITY_DIRECTORY_USER.USER_ID)
                        .doUpdate()
                        .set(IDENTITY_DIRECTORY_USER.DIRECTORY_ID, directory)
                        .set(IDENTITY_DIRECTORY_USER.EXTERNAL_ID, externalId)
                        .execute()
                == 1;
    }

    /** Leaves the accounts of a directory to themselves, or to another one; what it locked stays locked. */
    public void release(UUID directory) {
        db.deleteFrom(IDENTITY_DIRECTORY_USER)
                .where(IDENTITY_DIRECTORY_USER.DIRECTORY_ID.eq(directory))
                .execute();
    }

    /** How a user's account is kept. */
    public Optional<Kept> kept(UUID user) {
        return db.select(
                        IDENTITY_DIRECTORY.ID,
                        IDENTITY_DIRECTORY.NAME,
                        IDENTITY_DIRECTORY_USER.EXTERNAL_ID,
                        IDENTITY_DIRECTORY_USER.ORIGIN)
                .from(IDENTITY_DIRECTORY_USER)
                .join(IDENTITY_DIRECTORY)
                .on(IDENTITY_DIRECTORY.ID.eq(IDENTITY_DIRECTORY_USER.DIRECTORY_ID))
                .where(IDENTITY_DIRECTORY_USER.USER_ID.eq(user))
                .fetchOptional(row -> new Kept(
                        row.get(IDENTITY_DIRECTORY.ID),
                        row.get(IDENTITY_DIRECTORY.NAME),
                        row.get(IDENTITY_DIRECTORY_USER.EXTERNAL_ID),
                        row.get(IDENTITY_DIRECTORY_USER.ORIGIN)));
    }

    /** Notes that a directory locked an account. */
    public void locked(UUID user, UUID directory, OffsetDateTime now) {
        db.insertInto(IDENTITY_DIRECTORY_LOCK)
                .set(IDENTITY_DIRECTORY_LOCK.USER_ID, user)
                .set(IDENTITY_DIRECTORY_LOCK.DIRECTORY_ID, directory)
                .set(IDENTITY_DIRECTORY_LOCK.LOCKED_AT, now)
                .onConflict(IDENTITY_DIRECTORY_LOCK.USER_ID)
                .doUpdate()
                .set(IDENTITY_DIRECTORY_LOCK.DIRECTORY_ID, directory)
                .set(IDENTITY_DIRECTORY_LOCK.LOCKED_AT, now)
                .execute();
    }

    /** Forgets that a directory locked an account: it is open again, or somebody else decides. */
    public void decided(UUID user) {
        db.deleteFrom(IDENTITY_DIRECTORY_LOCK)
                .where(IDENTITY_DIRECTORY_LOCK.USER_ID.eq(user))
                .execute();
    }

    /** Since when some accounts are locked by a directory. */
    public Map<UUID, OffsetDateTime> lockedSince(Collection<UUID> users) {
        return db.select(IDENTITY_DIRECTORY_LOCK.USER_ID, IDENTITY_DIRECTORY_LOCK.LOCKED_AT)
                .from(IDENTITY_DIRECTORY_LOCK)
                .where(IDENTITY_DIRECTORY_LOCK.USER_ID.in(users))
                .fetchMap(IDENTITY_DIRECTORY_LOCK.USER_ID, IDENTITY_DIRECTORY_LOCK.LOCKED_AT);
    }

    private static Account account(Record row) {
        return new Account(
                UserStore.user(row),
                row.get(IDENTITY_USER.CREATED_AT),
                row.get(IDENTITY_DIRECTORY_USER.DIRECTORY_ID),
                row.get(IDENTITY_DIRECTORY_USER.EXTERNAL_ID),
                row.get(IDENTITY_DIRECTORY_LOCK.DIRECTORY_ID));
    }
}
