package xindang.document.letter.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.DOCUMENT_LETTER;
import static xindang.schema.Tables.DOCUMENT_LETTER_LEFT_OUT;
import static xindang.schema.Tables.DOCUMENT_LETTER_TEMPLATE;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.document.letter.LetterLine;
import xindang.document.letter.LetterTemplate;
import xindang.platform.access.Reach;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;

/** Tables of letters (函件表、未成函清单). */
@Repository
public class LetterStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Keyset LIST =
            Keyset.of("document.letters", DOCUMENT_LETTER.ID, "-at").sortable("at", DOCUMENT_LETTER.ID);
    private static final Keyset LEFT_OUT = Keyset.of(
                    "document.letters-left-out", DOCUMENT_LETTER_LEFT_OUT.SUBJECT_ID, "name")
            .sortable("name", DOCUMENT_LETTER_LEFT_OUT.SUBJECT_NAME);

    private final DSLContext db;
    private final Cursors cursors;

    LetterStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /**
     * A letter to be kept.
     *
     * @param subject file it goes to, by number and name
     * @param batch batch it belongs to; null if it was made by itself
     */
    public record Made(
            UUID id,
            UUID company,
            NamedRef subject,
            String number,
            LetterTemplate template,
            UUID document,
            String code,
            @Nullable UUID batch,
            LocalDate madeOn,
            TemplateStore.By by) {}

    /** Keeps a letter. */
    public void insert(Made letter) {
        var l = DOCUMENT_LETTER;
        db.insertInto(l)
                .set(l.ID, letter.id())
                .set(l.NODE_ID, letter.company())
                .set(l.SUBJECT_ID, letter.subject().id())
                .set(l.SUBJECT_NAME, letter.subject().name())
                .set(l.NUMBER, letter.number())
                .set(l.TITLE, letter.template().name())
                .set(l.TEMPLATE_ID, letter.template().id())
                .set(l.TEMPLATE_VERSION, letter.template().version())
                .set(l.DOCUMENT_ID, letter.document())
                .set(l.CODE, letter.code())
                .set(l.BATCH_ID, letter.batch())
                .set(l.MADE_ON, letter.madeOn())
                .set(l.MADE_BY, letter.by().id())
                .set(l.MAKER_NAME, letter.by().name())
                .set(l.MADE_AT, letter.by().at())
                .execute();
    }

    /** Withdraws a letter; false if it was already. */
    public boolean withdraw(UUID id, UUID by, String reason, OffsetDateTime at) {
        var l = DOCUMENT_LETTER;
        return db.update(l)
                        .set(l.WITHDRAWN_AT, at)
                        .set(l.WITHDRAWN_BY, by)
                        .set(l.WITHDRAWN_FOR, reason)
                        .where(l.ID.eq(id), l.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    /** A letter that the reader may see, with its company. */
    public Optional<Placed> find(UUID id) {
        var l = DOCUMENT_LETTER;
        return db.select(l.fields())
                .select(DOCUMENT_LETTER_TEMPLATE.CODE)
                .from(l)
                .join(DOCUMENT_LETTER_TEMPLATE)
                .on(DOCUMENT_LETTER_TEMPLATE.ID.eq(l.TEMPLATE_ID))
                .where(l.ID.eq(id))
                .fetchOptional(row -> new Placed(row.get(l.NODE_ID), line(row)));
    }

    /** A letter and the company whose it is. */
    public record Placed(UUID company, LetterLine line) {}

    /** One page of the letters to files within reach, the latest first; of one file or batch only where that is told. */
    public Page<LetterLine> page(Reach reach, @Nullable UUID subject, @Nullable UUID batch, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        var l = DOCUMENT_LETTER;
        Condition condition = within(reach, l.NODE_ID, l.SUBJECT_ID);
        if (subject != null) {
            condition = condition.and(l.SUBJECT_ID.eq(subject));
        }
        if (batch != null) {
            condition = condition.and(l.BATCH_ID.eq(batch));
        }
        return plan.fetch(
                db.select(l.fields())
                        .select(DOCUMENT_LETTER_TEMPLATE.CODE)
                        .select(plan.key(), plan.keyId())
                        .from(l)
                        .join(DOCUMENT_LETTER_TEMPLATE)
                        .on(DOCUMENT_LETTER_TEMPLATE.ID.eq(l.TEMPLATE_ID))
                        .where(condition),
                cursors,
                Keyset.count(db, l, condition),
                LetterStore::line);
    }

    /** A file's department counts as it is today, not as it was when the letter was made. */
    private static Condition within(Reach reach, Field<UUID> company, Field<UUID> file) {
        var o = CUSTOMERFILE_OVERVIEW;
        return Scoped.within(
                reach,
                company,
                reach.companies(),
                file.in(DSL.select(o.FILE_ID).from(o).where(o.DEPARTMENT_ID.in(reach.departments()))));
    }

    private static LetterLine line(Record row) {
        var l = DOCUMENT_LETTER;
        return new LetterLine(
                row.get(l.ID),
                row.get(l.NUMBER),
                row.get(l.TITLE),
                new NamedRef(row.get(l.SUBJECT_ID), row.get(l.SUBJECT_NAME)),
                row.get(l.DOCUMENT_ID),
                row.get(DOCUMENT_LETTER_TEMPLATE.CODE) + " " + row.get(l.TEMPLATE_VERSION),
                row.get(l.CODE),
                row.get(l.MADE_ON),
                row.get(l.MAKER_NAME),
                row.get(l.WITHDRAWN_FOR));
    }

    /** Which of some files have a letter of a template from a day on that counts. */
    public Set<UUID> having(Collection<UUID> files, UUID template, LocalDate since) {
        var l = DOCUMENT_LETTER;
        return db.selectDistinct(l.SUBJECT_ID)
                .from(l)
                .where(l.SUBJECT_ID.in(files), l.TEMPLATE_ID.eq(template), l.MADE_ON.ge(since))
                .and(l.WITHDRAWN_AT.isNull())
                .fetchSet(l.SUBJECT_ID);
    }

    /**
     * A file without a letter.
     *
     * @param reasons why, each a code and the words it is about
     */
    public record LeftOut(NamedRef subject, List<Why> reasons) {

        /** Copies the list. */
        public LeftOut {
            reasons = List.copyOf(reasons);
        }
    }

    /** A reason. */
    public record Why(String code, String word) {}

    /** Notes a file that got no letter in a batch. */
    public void leftOut(UUID batch, UUID company, LeftOut file) {
        var o = DOCUMENT_LETTER_LEFT_OUT;
        db.insertInto(o)
                .set(o.BATCH_ID, batch)
                .set(o.SUBJECT_ID, file.subject().id())
                .set(o.NODE_ID, company)
                .set(o.SUBJECT_NAME, file.subject().name())
                .set(o.REASONS, JSONB.valueOf(JSON.writeValueAsString(file.reasons())))
                .onConflictDoNothing()
                .execute();
    }

    /** One page of the files within reach without a letter in a batch. */
    public Page<LeftOut> leftOut(Reach reach, UUID batch, PageQuery query) {
        Keyset.Plan plan = LEFT_OUT.plan(query);
        var o = DOCUMENT_LETTER_LEFT_OUT;
        Condition condition = o.BATCH_ID.eq(batch).and(within(reach, o.NODE_ID, o.SUBJECT_ID));
        return plan.fetch(
                db.select(o.fields()).select(plan.key(), plan.keyId()).from(o).where(condition),
                cursors,
                Keyset.count(db, o, condition),
                row -> new LeftOut(
                        new NamedRef(row.get(o.SUBJECT_ID), row.get(o.SUBJECT_NAME)),
                        JSON.readValue(row.get(o.REASONS).data(), new TypeReference<List<Why>>() {})));
    }

    /**
     * What whoever holds a letter is told.
     *
     * @param company whose letter it is
     * @param withdrawn whether it does not count any more
     */
    public record VerifiedLetter(String number, String company, LocalDate madeOn, boolean withdrawn) {}

    /** The letter with a code, whoever asks. */
    public Optional<VerifiedLetter> verified(String code) {
        return db.fetchOptional("select number, company, made_on, withdrawn from document_letter_verified(?)", code)
                .map(row -> new VerifiedLetter(
                        row.get("number", String.class),
                        row.get("company", String.class),
                        row.get("made_on", LocalDate.class),
                        row.get("withdrawn", Boolean.class)));
    }

    /** A new id, in the order of time. */
    public UUID newId() {
        return db.select(DSL.field("uuidv7()", UUID.class)).fetchSingle().value1();
    }
}
