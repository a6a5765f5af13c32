package xindang.identity.store;

import static org.jooq.impl.DSL.condition;
import static xindang.schema.Tables.IDENTITY_LEAVE;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.identity.Leaves;
import xindang.identity.User;
import xindang.platform.rest.NamedRef;

/** Table of people who leave (离岗表). */
@Repository
public class LeaveStore {

    /** More people than anybody looks through at once. */
    private static final int MOST = 200;

    private final DSLContext db;

    LeaveStore(DSLContext db) {
        this.db = db;
    }

    /** A leave as it is stored. */
    public record Stored(
            UUID id, NamedRef user, NamedRef node, String kind, LocalDate lastDay, String reason, boolean active) {}

    /** Enters a new leave; false if the person has one. */
    public boolean insert(User user, Leaves.Draft draft, UUID by, OffsetDateTime now) {
        var l = IDENTITY_LEAVE;
        return db.insertInto(l)
                        .set(l.NODE_ID, user.node())
                        .set(l.USER_ID, user.id())
                        .set(l.KIND, draft.kind())
                        .set(l.LAST_DAY, draft.lastDay())
                        .set(l.REASON, draft.reason())
                        .set(l.STARTED_BY, by)
                        .set(l.STARTED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Leaves of some nodes that are not through, the earliest last day first. */
    public List<Stored> open(List<UUID> nodes) {
        return fetch(IDENTITY_LEAVE.NODE_ID.in(nodes));
    }

    /** The leave of a person. */
    public Optional<Stored> ofUser(UUID user) {
        return fetch(IDENTITY_LEAVE.USER_ID.eq(user)).stream().findFirst();
    }

    /** A leave that is not through. */
    public Optional<Stored> find(UUID id) {
        return fetch(IDENTITY_LEAVE.ID.eq(id)).stream().findFirst();
    }

    /** Whether a leave of a kind was started and is not through. */
    public boolean isOpen(UUID user, String kind) {
        return ofUser(user).filter(leave -> leave.kind().equals(kind)).isPresent();
    }

    /** The leave of a person is through; with a kind only one of that kind. */
    public void end(UUID user, @Nullable String kind, OffsetDateTime now) {
        var l = IDENTITY_LEAVE;
        Condition condition = l.USER_ID.eq(user).and(l.ENDED_AT.isNull());
        db.update(l)
                .set(l.ENDED_AT, now)
                .where(kind == null ? condition : condition.and(l.KIND.eq(kind)))
                .execute();
    }

    /** Locked people of some nodes who keep files or have open slips, by name. */
    public List<NamedRef> lockedWithFiles(List<UUID> nodes) {
        var u = IDENTITY_USER;
        return db.select(u.ID, u.NAME)
                .from(u)
                .where(u.NODE_ID.in(nodes).and(u.ACTIVE.isFalse()).and(u.CLOSED_AT.isNull()))
                .and(condition("customerfile_kept({0}, null) + customerfile_slips_open({0}, null) > 0", u.ID))
                .orderBy(u.NAME, u.ID)
                .limit(MOST)
                .fetch(row -> new NamedRef(row.value1(), row.value2()));
    }

    private List<Stored> fetch(Condition which) {
        var l = IDENTITY_LEAVE;
        return db.select(l.fields())
                .select(IDENTITY_USER.NAME, IDENTITY_USER.ACTIVE, IDENTITY_NODE.NAME)
                .from(l)
                .join(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(l.USER_ID))
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(l.NODE_ID))
                .where(which.and(l.ENDED_AT.isNull()))
                .orderBy(l.LAST_DAY, l.ID)
                .limit(MOST)
                .fetch(LeaveStore::stored);
    }

    private static Stored stored(Record row) {
        var l = IDENTITY_LEAVE;
        return new Stored(
                row.get(l.ID),
                new NamedRef(row.get(l.USER_ID), row.get(IDENTITY_USER.NAME)),
                new NamedRef(row.get(l.NODE_ID), row.get(IDENTITY_NODE.NAME)),
                row.get(l.KIND),
                row.get(l.LAST_DAY),
                row.get(l.REASON),
                row.get(IDENTITY_USER.ACTIVE));
    }
}
