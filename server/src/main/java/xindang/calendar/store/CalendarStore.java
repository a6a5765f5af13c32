package xindang.calendar.store;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static xindang.schema.Tables.CALENDAR_DAY;
import static xindang.schema.Tables.CALENDAR_IMPORT;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xindang.calendar.YearImport;
import xindang.engine.calendar.WorkingDays.Announced;
import xindang.platform.rest.NamedRef;

/** Tables of imported years and their days (节假日导入表、放假与调休表). */
@Repository
public class CalendarStore {

    private final DSLContext db;

    CalendarStore(DSLContext db) {
        this.db = db;
    }

    /** Version of the calendar: the number of the last import, 0 before the first. */
    public int version() {
        return db.select(coalesce(max(CALENDAR_IMPORT.NUMBER), inline(0)))
                .from(CALENDAR_IMPORT)
                .fetchSingle()
                .value1();
    }

    /** All imports, the latest first; only those in force have days. */
    public List<YearImport> imports() {
        var i = CALENDAR_IMPORT;
        Map<UUID, List<Announced>> days = daysInForce();
        return db.select(i.ID, i.NUMBER, i.YEAR, i.FILE, i.PAPERS, i.IMPORTED_BY, i.IMPORTER_NAME, i.IMPORTED_AT)
                .from(i)
                .orderBy(i.NUMBER.desc())
                .fetch(row -> new YearImport(
                        row.get(i.NUMBER),
                        row.get(i.YEAR),
                        row.get(i.FILE),
                        List.of(row.get(i.PAPERS)),
                        new NamedRef(row.get(i.IMPORTED_BY), row.get(i.IMPORTER_NAME)),
                        row.get(i.IMPORTED_AT),
                        days.getOrDefault(row.get(i.ID), List.of())));
    }

    private Map<UUID, List<Announced>> daysInForce() {
        var i = CALENDAR_IMPORT;
        var d = CALENDAR_DAY;
        var inForce = db.select(max(i.NUMBER)).from(i).groupBy(i.YEAR);
        return db.select(d.IMPORT_ID, d.DAY, d.NAME, d.WORKED)
                .from(d)
                .join(i)
                .on(i.ID.eq(d.IMPORT_ID))
                .where(i.NUMBER.in(inForce))
                .orderBy(d.DAY)
                .fetchGroups(d.IMPORT_ID, row -> new Announced(row.get(d.DAY), row.get(d.NAME), row.get(d.WORKED)));
    }

    /** Root of the installation, to which the calendar belongs. */
    public UUID root() {
        return db.select(IDENTITY_NODE.ID)
                .from(IDENTITY_NODE)
                .where(IDENTITY_NODE.PARENT_ID.isNull())
                .orderBy(IDENTITY_NODE.ID)
                .limit(1)
                .fetchSingle()
                .value1();
    }

    /** Keeps an import with its days; nothing if somebody else was just first. */
    public Optional<UUID> insert(UUID root, YearImport made, String document, String sha256) {
        var i = CALENDAR_IMPORT;
        Optional<UUID> id = db.insertInto(i)
                .set(i.NODE_ID, root)
                .set(i.NUMBER, made.number())
                .set(i.YEAR, made.year())
                .set(i.FILE, made.file())
                .set(i.DOCUMENT, document)
                .set(i.SHA256, sha256)
                .set(i.PAPERS, made.papers().toArray(String[]::new))
                .set(i.IMPORTED_AT, made.importedAt())
                .set(i.IMPORTED_BY, made.importedBy().id())
                .set(i.IMPORTER_NAME, made.importedBy().name())
                .onConflictDoNothing()
                .returning(i.ID)
                .fetchOptional()
                .map(row -> row.getId());
        id.ifPresent(one -> insertDays(one, made.days()));
        return id;
    }

    private void insertDays(UUID of, List<Announced> days) {
        var d = CALENDAR_DAY;
        var rows = db.insertInto(d, d.IMPORT_ID, d.DAY, d.NAME, d.WORKED);
        for (Announced day : days) {
            rows = rows.values(of, day.day(), day.name(), day.worked());
        }
        rows.execute();
    }
}
