package xindang.customerfile.store;

import static org.jooq.impl.DSL.select;
import static xindang.schema.Tables.CUSTOMERFILE_FILE;
import static xindang.schema.Tables.CUSTOMERFILE_KEEPING;
import static xindang.schema.Tables.CUSTOMERFILE_SLIP_ITEM;
import static xindang.schema.Tables.IDENTITY_USER;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.customerfile.Keeping;
import xindang.platform.rest.NamedRef;

/** Who keeps files, and who kept them (专管员表). */
@Repository
public class KeeperStore {

    private final DSLContext db;

    KeeperStore(DSLContext db) {
        this.db = db;
    }

    /** Who kept a file, the latest first. */
    public List<Keeping> history(UUID file) {
        var k = CUSTOMERFILE_KEEPING;
        return db.select(k.USER_ID, IDENTITY_USER.NAME, k.PART, k.VALID_FROM, k.VALID_TO)
                .from(k)
                .join(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(k.USER_ID))
                .where(k.FILE_ID.eq(file))
                .orderBy(k.ID.desc())
                .fetch(row -> new Keeping(
                        new NamedRef(row.value1(), row.value2()), row.value3(), row.value4(), row.value5()));
    }

    /** How many files a person keeps or is deputy keeper of, anywhere; with departments those they are in charge of. */
    public long kept(UUID person, @Nullable List<UUID> departments) {
        return db.resultQuery(
                        "select customerfile_kept(?::uuid, ?::uuid[])",
                        person,
                        departments == null ? null : departments.toArray(UUID[]::new))
                .fetchSingle()
                .get(0, Long.class);
    }

    /**
     * Gives the files of a slip from its giver to its receiver, those he still keeps, all at once; the overview follows. Who
     * becomes the keeper is no deputy of the same file.
     *
     * @return how many went over
     */
    public List<UUID> move(UUID slip, UUID from, UUID to) {
        var f = CUSTOMERFILE_FILE;
        // Locked in the order of the ids, so that two who share files wait for each other instead of standing still.
        UUID[] kept = db.select(f.ID)
                .from(f)
                .where(f.ID.in(select(CUSTOMERFILE_SLIP_ITEM.FILE_ID)
                        .from(CUSTOMERFILE_SLIP_ITEM)
                        .where(CUSTOMERFILE_SLIP_ITEM.SLIP_ID.eq(slip))))
                .and(f.KEEPER_ID.eq(from).or(f.DEPUTY_KEEPER_ID.eq(from)))
                .orderBy(f.ID)
                .forUpdate()
                .fetchArray(f.ID);
        db.execute("""
                update customerfile_file f set version = f.version + 1, keeper_id = n.keeper,
                    deputy_keeper_id = nullif(case f.deputy_keeper_id when ? then ? else f.deputy_keeper_id end, n.keeper)
                from (select k.id, case k.keeper_id when ? then ? else k.keeper_id end as keeper
                    from customerfile_file k where k.id = any (?)) n
                where f.id = n.id""", from, to, from, to, kept);
        db.execute("""
                update customerfile_overview o set keeper_id = f.keeper_id, deputy_keeper_id = f.deputy_keeper_id
                from customerfile_file f where f.id = o.file_id and o.file_id = any (?)""", (Object) kept);
        return List.of(kept);
    }
}
