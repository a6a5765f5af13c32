package xindang.forms.store;

import static xindang.schema.Tables.FORMS_RECORD;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.forms.StoredRecord;
import xindang.platform.access.Caller;
import xindang.platform.rest.NamedRef;

/** Table of the records of forms (表单记录表). */
@Repository
public class RecordStore {

    private static final int MOST_OF_SUBJECT = 50;
    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    RecordStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What a record is for good. */
    public record NewRecord(
            UUID id,
            UUID form,
            int version,
            UUID node,
            @Nullable UUID subject,
            boolean single,
            @Nullable String number) {}

    /**
     * What a record says.
     *
     * @param customers customer files it names
     */
    public record Content(
            Map<String, Object> values, @Nullable String title, Set<UUID> customers) {

        /** Copies the collections. */
        public Content {
            values = Map.copyOf(values);
            customers = Set.copyOf(customers);
        }
    }

    /** An id for a record to come. */
    public UUID newId() {
        return Objects.requireNonNull(
                db.select(DSL.field("uuidv7()", UUID.class)).fetchSingle().value1());
    }

    /** Keeps a record; false if the customer file has its own fields already. */
    public boolean insert(NewRecord one, Content content, Caller by, OffsetDateTime now) {
        var r = FORMS_RECORD;
        return db.insertInto(r)
                        .set(r.ID, one.id())
                        .set(r.FORM_ID, one.form())
                        .set(r.VERSION, one.version())
                        .set(r.NODE_ID, one.node())
                        .set(r.SUBJECT_ID, one.subject())
                        .set(r.SINGLE, one.single())
                        .set(r.NUMBER, one.number())
                        .set(r.CUSTOMERS, content.customers().toArray(UUID[]::new))
                        .set(r.TITLE, content.title())
                        .set(r.DATA, jsonb(content.values()))
                        .set(r.CREATED_BY, by.id())
                        .set(r.CREATOR_NAME, by.name())
                        .set(r.CREATED_AT, now)
                        .set(r.CHANGED_BY, by.id())
                        .set(r.CHANGER_NAME, by.name())
                        .set(r.CHANGED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Changes what a locked record says. */
    public void change(UUID id, int version, Content content, Caller by, OffsetDateTime now) {
        var r = FORMS_RECORD;
        db.update(r)
                .set(r.VERSION, version)
                .set(r.CUSTOMERS, content.customers().toArray(UUID[]::new))
                .set(r.TITLE, content.title())
                .set(r.DATA, jsonb(content.values()))
                .set(r.CHANGED_BY, by.id())
                .set(r.CHANGER_NAME, by.name())
                .set(r.CHANGED_AT, now)
                .set(r.REVISION, r.REVISION.plus(1))
                .where(r.ID.eq(id))
                .execute();
    }

    /** Declares a locked record void. */
    public void declareVoid(UUID id, String reason, Caller by, OffsetDateTime now) {
        var r = FORMS_RECORD;
        db.update(r)
                .set(r.STATE, "void")
                .set(r.VOID_REASON, reason)
                .set(r.CHANGED_BY, by.id())
                .set(r.CHANGER_NAME, by.name())
                .set(r.CHANGED_AT, now)
                .set(r.REVISION, r.REVISION.plus(1))
                .where(r.ID.eq(id))
                .execute();
    }

    /** Waits until nobody else changes the record. */
    public void lock(UUID id) {
        db.select(FORMS_RECORD.ID)
                .from(FORMS_RECORD)
                .where(FORMS_RECORD.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    /** A record. */
    public Optional<StoredRecord> find(UUID id) {
        return select(FORMS_RECORD.ID.eq(id), 1).stream().findFirst();
    }

    /** Records by id; those that are not there are left out. */
    public Map<UUID, StoredRecord> find(Collection<UUID> some) {
        return some.isEmpty()
                ? Map.of()
                : select(FORMS_RECORD.ID.in(some), some.size()).stream()
                        .collect(Collectors.toMap(StoredRecord::id, Function.identity()));
    }

    /** Records of a form that a customer file has, the latest first. */
    public List<UUID> ofSubject(UUID form, UUID subject) {
        var r = FORMS_RECORD;
        return db.select(r.ID)
                .from(r)
                .where(r.FORM_ID.eq(form).and(r.SUBJECT_ID.eq(subject)).and(r.STATE.eq("active")))
                .orderBy(r.ID.desc())
                .limit(MOST_OF_SUBJECT)
                .fetch(r.ID);
    }

    private List<StoredRecord> select(Condition condition, int most) {
        return db.select(FORMS_RECORD.fields())
                .select(IDENTITY_NODE.NAME)
                .from(FORMS_RECORD)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(FORMS_RECORD.NODE_ID))
                .where(condition)
                .limit(most)
                .fetch(this::record);
    }

    /** A row with all columns of the table and the name of the node. */
    StoredRecord record(Record row) {
        var r = FORMS_RECORD;
        return new StoredRecord(
                row.get(r.ID),
                row.get(r.FORM_ID),
                row.get(r.VERSION),
                new NamedRef(row.get(r.NODE_ID), row.get(IDENTITY_NODE.NAME)),
                row.get(r.SUBJECT_ID),
                row.get(r.NUMBER),
                row.get(r.TITLE),
                json.readValue(row.get(r.DATA).data(), VALUES),
                row.get(r.STATE),
                row.get(r.VOID_REASON),
                new NamedRef(row.get(r.CREATED_BY), row.get(r.CREATOR_NAME)),
                row.get(r.CREATED_AT),
                new NamedRef(row.get(r.CHANGED_BY), row.get(r.CHANGER_NAME)),
                row.get(r.CHANGED_AT),
                row.get(r.REVISION));
    }

    private JSONB jsonb(Map<String, Object> values) {
        return JSONB.valueOf(json.writeValueAsString(values));
    }
}
