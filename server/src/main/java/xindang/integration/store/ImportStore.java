package xindang.integration.store;

import static xindang.schema.Tables.INTEGRATION_CREATED;
import static xindang.schema.Tables.INTEGRATION_IMPORT;
import static xindang.schema.Tables.INTEGRATION_MAPPING;
import static xindang.schema.Tables.PLATFORM_JOB;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.integration.Checked;
import xindang.integration.FileKind.Brought;
import xindang.integration.ImportFile;
import xindang.integration.Look;
import xindang.integration.Mapping;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;

/** Table of imports (导入表). */
@Repository
public class ImportStore {

    /** A step whose job ended and left the state as it was has written nothing: its transaction would have set the next state. */
    private static final Condition INTERRUPTED =
            INTEGRATION_IMPORT.STATE.in("checking", "importing").and(PLATFORM_JOB.FINISHED_AT.isNotNull());

    private static final Field<String> STATE = DSL.when(
                    INTERRUPTED.and(INTEGRATION_IMPORT.STATE.eq("checking")), DSL.inline("mapped"))
            .when(INTERRUPTED, DSL.inline("checked"))
            .otherwise(INTEGRATION_IMPORT.STATE)
            .as("now_state");

    private static final Field<String> LEFT =
            DSL.when(INTERRUPTED, INTEGRATION_IMPORT.STATE).as("left_state");

    private static final Keyset LIST = Keyset.of("integration.imports", INTEGRATION_IMPORT.ID, "-createdAt")
            .sortable("createdAt", INTEGRATION_IMPORT.ID);
    private static final TypeReference<Map<String, Long>> NUMBERS = new TypeReference<>() {};

    private final DSLContext db;
    private final DSLContext engine;
    private final JsonMapper json;
    private final Cursors cursors;

    ImportStore(DSLContext db, @Qualifier("engineDb") DSLContext engine, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.engine = engine;
        this.json = json;
        this.cursors = cursors;
    }

    /** A new import. */
    public UUID insert(
            UUID node,
            UUID user,
            String kind,
            String name,
            ContentStore.Stored content,
            Mapping mapping,
            Look look,
            String state) {
        return db.insertInto(INTEGRATION_IMPORT)
                .set(INTEGRATION_IMPORT.NODE_ID, node)
                .set(INTEGRATION_IMPORT.USER_ID, user)
                .set(INTEGRATION_IMPORT.KIND, kind)
                .set(INTEGRATION_IMPORT.FILE_NAME, name)
                .set(INTEGRATION_IMPORT.BYTES, content.bytes())
                .set(INTEGRATION_IMPORT.SHA256, content.sha256())
                .set(INTEGRATION_IMPORT.CONTENT_PATH, content.path())
                .set(INTEGRATION_IMPORT.STATE, state)
                .set(INTEGRATION_IMPORT.MAPPING, text(mapping))
                .set(INTEGRATION_IMPORT.READING, text(look))
                .returning(INTEGRATION_IMPORT.ID)
                .fetchSingle()
                .getId();
    }

    /** An import within reach. */
    public Optional<ImportFile> find(List<UUID> nodes, UUID id) {
        return db.select(INTEGRATION_IMPORT.fields())
                .select(STATE, LEFT)
                .from(INTEGRATION_IMPORT)
                .leftJoin(PLATFORM_JOB)
                .on(PLATFORM_JOB.ID.eq(INTEGRATION_IMPORT.JOB_ID))
                .where(INTEGRATION_IMPORT.ID.eq(id).and(INTEGRATION_IMPORT.NODE_ID.in(nodes)))
                .fetchOptional(this::row);
    }

    /** Imports within reach, the latest first. */
    public Page<ImportFile> page(List<UUID> nodes, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        var condition = INTEGRATION_IMPORT.NODE_ID.in(nodes);
        return plan.fetch(
                db.select(INTEGRATION_IMPORT.fields())
                        .select(STATE, LEFT, plan.key(), plan.keyId())
                        .from(INTEGRATION_IMPORT)
                        .leftJoin(PLATFORM_JOB)
                        .on(PLATFORM_JOB.ID.eq(INTEGRATION_IMPORT.JOB_ID))
                        .where(condition),
                cursors,
                Keyset.count(db, INTEGRATION_IMPORT, condition),
                this::row);
    }

    /** Another mapping, if the import still stands where the caller saw it and no step is under way; answers whether. */
    public boolean map(ImportFile seen, Mapping mapping, Look look, String state) {
        return db.update(INTEGRATION_IMPORT)
                        .set(INTEGRATION_IMPORT.MAPPING, text(mapping))
                        .set(INTEGRATION_IMPORT.READING, text(look))
                        .set(INTEGRATION_IMPORT.STATE, state)
                        .setNull(INTEGRATION_IMPORT.COUNTS)
                        .set(INTEGRATION_IMPORT.VERSION, INTEGRATION_IMPORT.VERSION.plus(1))
                        .where(INTEGRATION_IMPORT.ID.eq(seen.id()))
                        .and(INTEGRATION_IMPORT
                                .STATE
                                .eq(seen.state())
                                .or(INTEGRATION_IMPORT
                                        .STATE
                                        .in("checking", "importing")
                                        .and(DSL.exists(DSL.selectOne()
                                                .from(PLATFORM_JOB)
                                                .where(PLATFORM_JOB
                                                        .ID
                                                        .eq(INTEGRATION_IMPORT.JOB_ID)
                                                        .and(PLATFORM_JOB.FINISHED_AT.isNotNull()))))))
                        .execute()
                == 1;
    }

    /** Begins a step if the import still stands where the caller saw it; answers whether. */
    public boolean begin(UUID id, String from, String to, UUID job) {
        return db.execute("""
                update integration_import i set state = ?, job_id = ?, version = version + 1
                where id = ? and (state = ? or (state in ('checking', 'importing') and exists (
                    select from platform_job j where j.id = i.job_id and j.finished_at is not null)))""", to, job, id, from) == 1;
    }

    /** Names the job that undoes an import. */
    public void undoing(UUID id, UUID job) {
        db.update(INTEGRATION_IMPORT)
                .set(INTEGRATION_IMPORT.JOB_ID, job)
                .where(INTEGRATION_IMPORT.ID.eq(id))
                .execute();
    }

    /** Counts a corrected row where it stands now; the row of the import is held until the end of the transaction. */
    public void recount(UUID id, String before, String after) {
        if (!before.equals(after)) {
            recount(db, id, count(before), count(after), 1);
        }
    }

    /** Counts corrected rows as errors again; by the job. */
    public void wrongAgain(UUID id, int rows) {
        recount(engine, id, "good", "errors", rows);
    }

    private static void recount(DSLContext by, UUID id, String from, String to, int rows) {
        by.execute("""
                update integration_import set version = version + 1, counts = counts
                    || jsonb_build_object(?::text, (counts ->> ?)::bigint - ?, ?::text, (counts ->> ?)::bigint + ?)
                where id = ?""", from, from, rows, to, to, rows, id);
    }

    /** How many imports of a person nobody confirmed, anywhere. */
    public long waiting(UUID person) {
        return db.resultQuery("select integration_waiting(?)", person)
                .fetchSingle()
                .get(0, Long.class);
    }

    private static String count(String severity) {
        return severity.equals("good") ? severity : severity + "s";
    }

    /** What the check came to; by the job. */
    public void checked(UUID id, Checked checked) {
        engine.update(INTEGRATION_IMPORT)
                .set(INTEGRATION_IMPORT.STATE, "checked")
                .set(
                        INTEGRATION_IMPORT.COUNTS,
                        text(Map.of(
                                "rows", checked.rows(),
                                "good", checked.good(),
                                "warnings", checked.warnings(),
                                "errors", checked.errors())))
                .set(INTEGRATION_IMPORT.AS_OF, checked.asOf())
                .where(INTEGRATION_IMPORT.ID.eq(id))
                .execute();
    }

    /** Waits until no other import or run of the company is deciding; until the end of the transaction. */
    public void lockCompany(UUID company) {
        engine.execute("select pg_advisory_xact_lock(hashtextextended('portfolio ' || ?::text, 0))", company);
    }

    /** The state as it is, locked; by the job. */
    public String lockedState(UUID id) {
        return engine.select(INTEGRATION_IMPORT.STATE)
                .from(INTEGRATION_IMPORT)
                .where(INTEGRATION_IMPORT.ID.eq(id))
                .forUpdate()
                .fetchSingle()
                .value1();
    }

    /** Everything is in; by the job. */
    public void imported(UUID id, UUID user, Brought brought, OffsetDateTime at) {
        engine.update(INTEGRATION_IMPORT)
                .set(INTEGRATION_IMPORT.STATE, "imported")
                .set(INTEGRATION_IMPORT.CONFIRMED_AT, at)
                .set(INTEGRATION_IMPORT.CONFIRMED_BY, user)
                .set(INTEGRATION_IMPORT.RESULT, text(numbers(brought)))
                .where(INTEGRATION_IMPORT.ID.eq(id))
                .execute();
        engine.execute(
                "insert into integration_created (import_id, file_id) select ?, unnest(?::uuid[])",
                id,
                brought.created().toArray(UUID[]::new));
    }

    /** The figures of what was brought in. */
    public static Map<String, Long> numbers(Brought brought) {
        return Map.of(
                "customersNew", brought.customersNew(),
                "customersKnown", brought.customersKnown(),
                "customersUpdated", brought.customersUpdated(),
                "itemsNew", brought.itemsNew(),
                "itemsUpdated", brought.itemsUpdated(),
                "itemsUnchanged", brought.itemsUnchanged());
    }

    /** Files that an import opened. */
    public List<UUID> created(UUID id) {
        return engine.select(INTEGRATION_CREATED.FILE_ID)
                .from(INTEGRATION_CREATED)
                .where(INTEGRATION_CREATED.IMPORT_ID.eq(id))
                .fetch(INTEGRATION_CREATED.FILE_ID);
    }

    /** Everything is out again; by the job. */
    public void undone(UUID id, OffsetDateTime at) {
        engine.update(INTEGRATION_IMPORT)
                .set(INTEGRATION_IMPORT.STATE, "undone")
                .set(INTEGRATION_IMPORT.UNDONE_AT, at)
                .where(INTEGRATION_IMPORT.ID.eq(id))
                .execute();
        engine.deleteFrom(INTEGRATION_CREATED)
                .where(INTEGRATION_CREATED.IMPORT_ID.eq(id))
                .execute();
    }

    /** Remembers a mapping for files with the same header. */
    public void remember(UUID node, String kind, String fingerprint, Mapping mapping) {
        db.insertInto(INTEGRATION_MAPPING)
                .set(INTEGRATION_MAPPING.NODE_ID, node)
                .set(INTEGRATION_MAPPING.KIND, kind)
                .set(INTEGRATION_MAPPING.FINGERPRINT, fingerprint)
                .set(INTEGRATION_MAPPING.MAPPING, text(mapping))
                .onConflict(INTEGRATION_MAPPING.NODE_ID, INTEGRATION_MAPPING.KIND, INTEGRATION_MAPPING.FINGERPRINT)
                .doUpdate()
                .set(INTEGRATION_MAPPING.MAPPING, text(mapping))
                .set(INTEGRATION_MAPPING.USED_AT, DSL.currentOffsetDateTime())
                .execute();
    }

    /** The mapping remembered for a header. */
    public Optional<Mapping> remembered(UUID node, String kind, String fingerprint) {
        return db.select(INTEGRATION_MAPPING.MAPPING)
                .from(INTEGRATION_MAPPING)
                .where(INTEGRATION_MAPPING
                        .NODE_ID
                        .eq(node)
                        .and(INTEGRATION_MAPPING.KIND.eq(kind))
                        .and(INTEGRATION_MAPPING.FINGERPRINT.eq(fingerprint)))
                .fetchOptional(found -> json.readValue(found.value1().data(), Mapping.class));
    }

    private ImportFile row(Record row) {
        return new ImportFile(
                row.get(INTEGRATION_IMPORT.ID),
                row.get(INTEGRATION_IMPORT.NODE_ID),
                row.get(INTEGRATION_IMPORT.USER_ID),
                row.get(INTEGRATION_IMPORT.KIND),
                row.get(INTEGRATION_IMPORT.FILE_NAME),
                row.get(INTEGRATION_IMPORT.BYTES),
                row.get(INTEGRATION_IMPORT.SHA256),
                row.get(INTEGRATION_IMPORT.CONTENT_PATH),
                row.get(STATE),
                row.get(LEFT),
                json.readValue(row.get(INTEGRATION_IMPORT.MAPPING).data(), Mapping.class),
                json.readValue(row.get(INTEGRATION_IMPORT.READING).data(), Look.class),
                numbers(row.get(INTEGRATION_IMPORT.COUNTS)),
                row.get(INTEGRATION_IMPORT.AS_OF, LocalDate.class),
                row.get(INTEGRATION_IMPORT.JOB_ID),
                numbers(row.get(INTEGRATION_IMPORT.RESULT)),
                row.get(INTEGRATION_IMPORT.CREATED_AT),
                row.get(INTEGRATION_IMPORT.CONFIRMED_AT));
    }

    private Map<String, Long> numbers(@Nullable JSONB stored) {
        return stored == null ? Map.of() : json.readValue(stored.data(), NUMBERS);
    }

    private JSONB text(Object value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }
}
