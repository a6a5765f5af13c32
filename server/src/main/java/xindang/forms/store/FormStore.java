package xindang.forms.store;

import static xindang.schema.Tables.FORMS_FORM;
import static xindang.schema.Tables.FORMS_VERSION;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import xindang.engine.decision.Sha256;
import xindang.forms.FormDesign;
import xindang.forms.FormLine;
import xindang.forms.FormVersion;
import xindang.platform.access.Caller;
import xindang.platform.rest.NamedRef;

/** Tables of forms and their versions (表单与版本表). */
@Repository
public class FormStore {

    private static final int MOST = 1000;
    private static final Field<String> LABEL_ZH = label("zh");
    private static final Field<String> LABEL_EN = label("en");
    private static final Field<String> OPEN = DSL.field(
                    "(select v.state from forms_version v where v.form_id = {0} and v.state in ('draft', 'checked'))",
                    String.class, FORMS_FORM.ID)
            .as("open_state");
    private static final Field<String[]> AUTHORS = DSL.field(
                    "array(select coalesce(u.name, '') from unnest({0}) with ordinality a (id, place)"
                            + " left join identity_user u on u.id = a.id order by a.place)",
                    String[].class, FORMS_VERSION.AUTHORS)
            .as("author_names");

    private final DSLContext db;

    FormStore(DSLContext db) {
        this.db = db;
    }

    private static Field<String> label(String language) {
        return DSL.field(
                        "(select v.definition::jsonb -> 'label' ->> {1} from forms_version v where v.form_id = {0}"
                                + " order by (v.state = 'published') desc, v.number desc limit 1)",
                        String.class, FORMS_FORM.ID, DSL.inline(language))
                .as("label_" + language);
    }

    /** Keeps a new form; nothing if its node has one with this code. */
    public Optional<UUID> insert(FormDesign.NewForm wanted, UUID author, OffsetDateTime now) {
        var f = FORMS_FORM;
        return db.insertInto(f)
                .set(f.NODE_ID, wanted.node())
                .set(f.CODE, wanted.code())
                .set(f.SUBJECT, wanted.subject())
                .set(f.CREATED_BY, author)
                .set(f.CREATED_AT, now)
                .onConflictDoNothing()
                .returning(f.ID)
                .fetchOptional()
                .map(row -> row.getId());
    }

    /** Keeps a new draft. */
    public void insertVersion(UUID form, int number, UUID node, String definition, UUID author, OffsetDateTime now) {
        var v = FORMS_VERSION;
        db.insertInto(v)
                .set(v.FORM_ID, form)
                .set(v.NUMBER, number)
                .set(v.NODE_ID, node)
                .set(v.STATE, "draft")
                .set(v.DEFINITION, definition)
                .set(v.SHA256, Sha256.hex(definition))
                .set(v.AUTHORS, new UUID[] {author})
                .set(v.CHANGED_AT, now)
                .execute();
    }

    /** Forms of some nodes, by code. */
    public List<FormLine> all(List<UUID> nodes) {
        return lines(FORMS_FORM.NODE_ID.in(nodes));
    }

    /** A form. */
    public Optional<FormLine> find(UUID id) {
        return lines(FORMS_FORM.ID.eq(id)).stream().findFirst();
    }

    private List<FormLine> lines(Condition condition) {
        var f = FORMS_FORM;
        return db.select(f.ID, f.NODE_ID, IDENTITY_NODE.NAME, f.CODE, f.SUBJECT, f.PUBLISHED, LABEL_ZH, LABEL_EN, OPEN)
                .from(f)
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(f.NODE_ID))
                .where(condition)
                .orderBy(f.CODE, f.ID)
                .limit(MOST)
                .fetch(row -> new FormLine(
                        row.get(f.ID),
                        new NamedRef(row.get(f.NODE_ID), row.get(IDENTITY_NODE.NAME)),
                        row.get(f.CODE),
                        row.get(f.SUBJECT),
                        row.get(LABEL_ZH),
                        row.get(LABEL_EN),
                        row.get(f.PUBLISHED),
                        row.get(OPEN)));
    }

    /** Waits until nobody else changes the form. */
    public void lock(UUID id) {
        db.select(FORMS_FORM.ID)
                .from(FORMS_FORM)
                .where(FORMS_FORM.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    /** Versions of a form, the latest first. */
    public List<FormVersion> versions(UUID form) {
        var v = FORMS_VERSION;
        return db.select(v.fields())
                .select(AUTHORS)
                .from(v)
                .where(v.FORM_ID.eq(form))
                .orderBy(v.NUMBER.desc())
                .fetch(FormStore::version);
    }

    private static FormVersion version(Record row) {
        var v = FORMS_VERSION;
        UUID decider = row.get(v.DECIDED_BY);
        var authors = new ArrayList<NamedRef>();
        for (int i = 0; i < row.get(v.AUTHORS).length; i++) {
            authors.add(new NamedRef(row.get(v.AUTHORS)[i], row.get(AUTHORS)[i]));
        }
        return new FormVersion(
                row.get(v.NUMBER),
                row.get(v.STATE),
                row.get(v.SHA256),
                authors,
                row.get(v.CHANGED_AT),
                decider == null ? null : new NamedRef(decider, row.get(v.DECIDER_NAME)),
                row.get(v.DECIDED_AT),
                row.get(v.REASON),
                row.get(v.REVISION));
    }

    /** What a version says, in canonical JSON. */
    public String definition(UUID form, int number) {
        var v = FORMS_VERSION;
        return Objects.requireNonNull(db.select(v.DEFINITION)
                .from(v)
                .where(v.FORM_ID.eq(form).and(v.NUMBER.eq(number)))
                .fetchSingle()
                .value1());
    }

    /** Changes what a draft of a locked form says; it must be checked anew. */
    public void save(UUID form, int number, String definition, UUID author, OffsetDateTime now) {
        var v = FORMS_VERSION;
        db.update(v)
                .set(v.DEFINITION, definition)
                .set(v.SHA256, Sha256.hex(definition))
                .set(v.STATE, "draft")
                .set(v.CHANGED_AT, now)
                .set(
                        v.AUTHORS,
                        DSL.when(DSL.val(author).eq(DSL.any(v.AUTHORS)), v.AUTHORS)
                                .otherwise(DSL.arrayAppend(v.AUTHORS, author)))
                .set(v.REVISION, v.REVISION.plus(1))
                .where(v.FORM_ID.eq(form).and(v.NUMBER.eq(number)))
                .execute();
    }

    /** Moves a draft of a locked form on. */
    public void move(UUID form, int number, String state) {
        var v = FORMS_VERSION;
        db.update(v)
                .set(v.STATE, state)
                .set(v.REVISION, v.REVISION.plus(1))
                .where(v.FORM_ID.eq(form).and(v.NUMBER.eq(number)))
                .execute();
    }

    /** Publishes or returns a draft of a locked form. */
    public void decide(UUID form, int number, String state, Caller by, OffsetDateTime now, String reason) {
        var v = FORMS_VERSION;
        db.update(v)
                .set(v.STATE, state)
                .set(v.DECIDED_BY, by.id())
                .set(v.DECIDER_NAME, by.name())
                .set(v.DECIDED_AT, now)
                .set(v.REASON, reason)
                .set(v.REVISION, v.REVISION.plus(1))
                .where(v.FORM_ID.eq(form).and(v.NUMBER.eq(number)))
                .execute();
    }

    /** From now on new records are filled in by this version. */
    public void putInForce(UUID form, int number) {
        db.update(FORMS_FORM)
                .set(FORMS_FORM.PUBLISHED, number)
                .where(FORMS_FORM.ID.eq(form))
                .execute();
    }
}
