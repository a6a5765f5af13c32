package xindang.document.letter.store;

import static xindang.schema.Tables.DOCUMENT_LETTER_TEMPLATE;
import static xindang.schema.Tables.DOCUMENT_LETTER_TEMPLATE_VERSION;
import static xindang.schema.Tables.IDENTITY_NODE;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.document.letter.LetterTemplate;
import xindang.document.letter.LetterTemplates;
import xindang.platform.rest.NamedRef;

/** Tables of templates and their versions (函件模板表、函件模板版本表). */
@Repository
public class TemplateStore {

    private final DSLContext db;

    TemplateStore(DSLContext db) {
        this.db = db;
    }

    /** Who changes something, and when. */
    public record By(UUID id, String name, OffsetDateTime at) {}

    /**
     * A version.
     *
     * @param reason why it was changed; null for the first one
     */
    public record TemplateVersion(
            int number, String body, @Nullable String reason, String changer, OffsetDateTime changedAt) {}

    /** The templates of some nodes, by name. */
    public List<LetterTemplate> at(Collection<UUID> nodes) {
        var t = DOCUMENT_LETTER_TEMPLATE;
        return select().where(t.NODE_ID.in(nodes))
                .orderBy(t.RETIRED, t.NAME, t.ID)
                .fetch(TemplateStore::template);
    }

    /** A template. */
    public Optional<LetterTemplate> find(UUID id) {
        return select().where(DOCUMENT_LETTER_TEMPLATE.ID.eq(id)).fetchOptional(TemplateStore::template);
    }

    private SelectOnConditionStep<Record> select() {
        var t = DOCUMENT_LETTER_TEMPLATE;
        var v = DOCUMENT_LETTER_TEMPLATE_VERSION;
        return db.select(t.fields())
                .select(v.BODY, IDENTITY_NODE.NAME)
                .from(t)
                .join(v)
                .on(v.TEMPLATE_ID.eq(t.ID).and(v.NUMBER.eq(t.VERSION)))
                .join(IDENTITY_NODE)
                .on(IDENTITY_NODE.ID.eq(t.NODE_ID));
    }

    private static LetterTemplate template(Record row) {
        var t = DOCUMENT_LETTER_TEMPLATE;
        return new LetterTemplate(
                row.get(t.ID),
                new NamedRef(row.get(t.NODE_ID), row.get(IDENTITY_NODE.NAME)),
                row.get(t.CODE),
                row.get(t.NAME),
                row.get(t.LANGUAGE),
                row.get(t.RETIRED),
                row.get(t.VERSION),
                row.get(DOCUMENT_LETTER_TEMPLATE_VERSION.BODY));
    }

    /** What its versions said, the latest first. */
    public List<TemplateVersion> past(UUID template) {
        var v = DOCUMENT_LETTER_TEMPLATE_VERSION;
        return db.selectFrom(v)
                .where(v.TEMPLATE_ID.eq(template))
                .orderBy(v.NUMBER.desc())
                .fetch(row -> new TemplateVersion(
                        row.getNumber(), row.getBody(), row.getReason(), row.getChangerName(), row.getChangedAt()));
    }

    /** A new template, whose first version follows; nothing if its code is taken. */
    public Optional<UUID> insert(UUID node, LetterTemplates.Draft draft) {
        var t = DOCUMENT_LETTER_TEMPLATE;
        return db.insertInto(t)
                .set(t.NODE_ID, node)
                .set(t.CODE, draft.code())
                .set(t.NAME, draft.name())
                .set(t.LANGUAGE, draft.language())
                .onConflict(t.NODE_ID, t.CODE)
                .doNothing()
                .returningResult(t.ID)
                .fetchOptional(t.ID);
    }

    /** Adds a version. */
    public void addVersion(UUID template, UUID node, int number, String body, @Nullable String reason, By by) {
        var v = DOCUMENT_LETTER_TEMPLATE_VERSION;
        db.insertInto(v)
                .set(v.TEMPLATE_ID, template)
                .set(v.NODE_ID, node)
                .set(v.NUMBER, number)
                .set(v.BODY, body)
                .set(v.REASON, reason)
                .set(v.CHANGED_BY, by.id())
                .set(v.CHANGER_NAME, by.name())
                .set(v.CHANGED_AT, by.at())
                .execute();
    }

    /** Moves a template to its next version; whether it stood in the one the caller saw. */
    public boolean advance(UUID template, int version, String name, boolean retired) {
        var t = DOCUMENT_LETTER_TEMPLATE;
        return db.update(t)
                        .set(t.VERSION, version + 1)
                        .set(t.NAME, name)
                        .set(t.RETIRED, retired)
                        .where(t.ID.eq(template), t.VERSION.eq(version))
                        .execute()
                == 1;
    }
}
