package xindang.secrecy.store;

import static xindang.schema.Tables.AUDITTRAIL_ENTRY;
import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.PLATFORM_DECISION;
import static xindang.schema.Tables.SECRECY_REQUEST;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xindang.platform.access.Reach;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.store.Scoped;

/** What the gate before files asks the database (档案查阅查询). */
@Repository
public class GateStore {

    private final DSLContext db;

    GateStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A file as the gate sees it.
     *
     * @param company company whose file it is
     * @param name number and name
     * @param open whether the reader may read it
     * @param place department in charge of the file, else its company
     */
    public record Head(UUID file, UUID company, String name, SecrecyLevel level, boolean open, UUID place) {}

    /** A file within reach. */
    public Optional<Head> find(Reach reach, UUID file) {
        var o = CUSTOMERFILE_OVERVIEW;
        Field<Boolean> open = DSL.field(Scoped.readable(o.LEVEL, o.FILE_ID)).as("open");
        return db.select(o.FILE_ID, o.NODE_ID, o.DEPARTMENT_ID, o.NUMBER, o.NAME, o.LEVEL, open)
                .from(o)
                .where(o.FILE_ID.eq(file).and(Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID)))
                .fetchOptional(row -> new Head(
                        row.get(o.FILE_ID),
                        row.get(o.NODE_ID),
                        row.get(o.NUMBER) + " " + row.get(o.NAME),
                        SecrecyLevel.of(row.get(o.LEVEL)),
                        row.get(open),
                        Objects.requireNonNullElse(row.get(o.DEPARTMENT_ID), row.get(o.NODE_ID))));
    }

    /** What a decision is about, if the reader may know. */
    public Optional<UUID> subject(UUID decision) {
        return db.select(PLATFORM_DECISION.SUBJECT_ID)
                .from(PLATFORM_DECISION)
                .where(PLATFORM_DECISION.ID.eq(decision))
                .fetchOptional(PLATFORM_DECISION.SUBJECT_ID);
    }

    /** The granted request that opens a file to a user now. */
    public Optional<UUID> grant(UUID user, UUID file, OffsetDateTime now) {
        var r = SECRECY_REQUEST;
        return db.select(r.ID)
                .from(r)
                .where(r.REQUESTER_ID.eq(user).and(r.FILE_ID.eq(file)))
                .and(r.STATE.eq("granted").and(r.ENDS_AT.gt(now)))
                .orderBy(r.ENDS_AT.desc())
                .limit(1)
                .fetchOptional(r.ID);
    }

    /** Whether a user's reading of a file stands in the trail since a moment. */
    public boolean isRecorded(UUID user, UUID file, String action, OffsetDateTime since) {
        var e = AUDITTRAIL_ENTRY;
        return db.fetchExists(
                e,
                e.OBJECT_ID
                        .eq(file)
                        .and(e.ACTOR_ID.eq(user))
                        .and(e.ACTION.eq(action))
                        .and(e.RECORDED_AT.gt(since)));
    }
}
