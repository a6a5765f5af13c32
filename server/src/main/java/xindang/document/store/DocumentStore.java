package xindang.document.store;

import static xindang.schema.Tables.DOCUMENT_DOCUMENT;
import static xindang.schema.Tables.DOCUMENT_VERSION;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.document.DocumentLine;
import xindang.document.DocumentType;
import xindang.document.DocumentVersion;
import xindang.document.LinkedObjects.Linked;
import xindang.platform.access.Caller;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;

/** Tables of documents and their versions (资料表、资料版本表). */
@Repository
public class DocumentStore {

    /** Uploads and the sweep keep out of each other's way by this lock. */
    private static final long LOCK = 7_160_161;

    private static final int MOST_FOUND = 20;
    private static final Keyset LIST =
            Keyset.of("document.documents", DOCUMENT_DOCUMENT.ID, "-at").sortable("at", DOCUMENT_DOCUMENT.ID);

    private final DSLContext db;
    private final Cursors cursors;

    DocumentStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /**
     * A document as it is stored.
     *
     * @param subjectKind kind of the object it belongs to
     * @param version number of its latest version
     */
    public record Stored(
            UUID id,
            UUID company,
            String subjectKind,
            UUID subject,
            String number,
            String title,
            SecrecyLevel level,
            int version) {}

    /** What a file is, of a version to come. */
    public record File(String name, DocumentType type, String sha256, long size) {}

    /** Lets uploads in together, and the sweep out until the transaction ends. */
    public void lockForUpload() {
        db.fetch("select pg_advisory_xact_lock_shared(?)", LOCK);
    }

    /** Keeps a document; its first version follows by {@link #add}. */
    public void insert(UUID id, String kind, Linked object, String number, String title, SecrecyLevel level) {
        var d = DOCUMENT_DOCUMENT;
        db.insertInto(d)
                .set(d.ID, id)
                .set(d.NODE_ID, object.company())
                .set(d.SUBJECT_KIND, kind)
                .set(d.SUBJECT_ID, object.id())
                .set(d.NUMBER, number)
                .set(d.TITLE, title)
                .set(d.LEVEL, level.rank())
                .set(d.VERSION, 1)
                .execute();
    }

    /** Adds a version. */
    public void add(UUID document, UUID company, int number, File file, @Nullable String reason, Upload by) {
        var v = DOCUMENT_VERSION;
        db.insertInto(v)
                .set(v.DOCUMENT_ID, document)
                .set(v.NODE_ID, company)
                .set(v.NUMBER, number)
                .set(v.NAME, file.name())
                .set(v.TYPE, file.type().code())
                .set(v.SHA256, file.sha256())
                .set(v.SIZE, file.size())
                .set(v.REASON, reason)
                .set(v.UPLOADED_BY, by.caller().id())
                .set(v.UPLOADER_NAME, by.caller().name())
                .set(v.UPLOADED_AT, by.at())
                .execute();
    }

    /** Who brings something, and when. */
    public record Upload(Caller caller, OffsetDateTime at) {}

    /** Makes a version the latest; false if another one is by now. */
    public boolean advance(UUID document, int from) {
        var d = DOCUMENT_DOCUMENT;
        return db.update(d)
                        .set(d.VERSION, from + 1)
                        .where(d.ID.eq(document).and(d.VERSION.eq(from)))
                        .execute()
                == 1;
    }

    /** A document that the reader may see. */
    public Optional<Stored> find(UUID id) {
        var d = DOCUMENT_DOCUMENT;
        return db.selectFrom(d)
                .where(d.ID.eq(id))
                .fetchOptional(row -> new Stored(
                        row.getId(),
                        row.getNodeId(),
                        row.getSubjectKind(),
                        row.getSubjectId(),
                        row.getNumber(),
                        row.getTitle(),
                        SecrecyLevel.of(row.getLevel()),
                        row.getVersion()));
    }

    /** Its versions, the latest first. */
    public List<DocumentVersion> versions(UUID document) {
        var v = DOCUMENT_VERSION;
        return db.selectFrom(v)
                .where(v.DOCUMENT_ID.eq(document))
                .orderBy(v.NUMBER.desc())
                .fetch(row -> new DocumentVersion(
                        row.getNumber(),
                        row.getName(),
                        row.getType(),
                        shown(row.getType()),
                        row.getSize(),
                        row.getSha256(),
                        row.getReason(),
                        row.getUploaderName(),
                        row.getUploadedAt()));
    }

    /** One page of the documents of an object, the latest first. */
    public Page<DocumentLine> page(String kind, UUID subject, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        var d = DOCUMENT_DOCUMENT;
        var v = DOCUMENT_VERSION;
        var condition = d.SUBJECT_KIND.eq(kind).and(d.SUBJECT_ID.eq(subject));
        return plan.fetch(
                db.select(d.fields())
                        .select(v.NAME, v.TYPE, v.SIZE, v.UPLOADER_NAME, v.UPLOADED_AT)
                        .select(plan.key(), plan.keyId())
                        .from(d)
                        .join(v)
                        .on(v.DOCUMENT_ID.eq(d.ID).and(v.NUMBER.eq(d.VERSION)))
                        .where(condition),
                cursors,
                Keyset.count(db, d, condition),
                row -> new DocumentLine(
                        row.get(d.ID),
                        row.get(d.NUMBER),
                        row.get(d.TITLE),
                        SecrecyLevel.of(row.get(d.LEVEL)).code(),
                        row.get(d.VERSION),
                        row.get(v.NAME),
                        row.get(v.TYPE),
                        shown(row.get(v.TYPE)),
                        row.get(v.SIZE),
                        row.get(v.UPLOADER_NAME),
                        row.get(v.UPLOADED_AT)));
    }

    private static String shown(String type) {
        return DocumentType.named(type).shown().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Documents any version of which has a content, as far as the database shows them to the reader. */
    public List<Stored> withContent(String sha256) {
        var v = DOCUMENT_VERSION;
        return db
                .selectDistinct(v.DOCUMENT_ID)
                .from(v)
                .where(v.SHA256.eq(sha256))
                .orderBy(v.DOCUMENT_ID)
                .limit(MOST_FOUND)
                .fetch(v.DOCUMENT_ID)
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** A new id, in the order of time. */
    public UUID newId() {
        return db.select(DSL.field("uuidv7()", UUID.class)).fetchSingle().value1();
    }
}
