package xindang.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.document.ContentStore.Received;
import xindang.document.LinkedObjects.Linked;
import xindang.document.store.DocumentStore;
import xindang.document.store.DocumentStore.Stored;
import xindang.platform.access.Caller;
import xindang.platform.access.Clearances;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.export.ReleaseRegister;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.policy.NumberKind;
import xindang.policy.NumberSeries;
import xindang.policy.NumberSubject;

/**
 * Keeps and gives documents (资料存取). A content gets its place on the disk before its row is committed, so that a row never names
 * what is not there; what is there without a row goes by the sweep. Who may see a document follows from its object and its level.
 */
@Service
public class Documents {

    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final String KIND = "document";

    private final DocumentStore store;
    private final ContentStore contents;
    private final Map<String, LinkedObjects> objects;
    private final NumberSeries numbers;
    private final Clearances clearances;
    private final ReleaseRegister register;
    private final Trail trail;
    private final BusinessClock clock;

    Documents(
            DocumentStore store,
            ContentStore contents,
            List<LinkedObjects> objects,
            NumberSeries numbers,
            Clearances clearances,
            ReleaseRegister register,
            Trail trail,
            BusinessClock clock) {
        this.store = store;
        this.contents = contents;
        this.objects = objects.stream().collect(Collectors.toMap(LinkedObjects::kind, Function.identity()));
        this.numbers = numbers;
        this.clearances = clearances;
        this.register = register;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A file that was received and judged.
     *
     * @param again whether the same content may be stored once more
     */
    public record Arrived(String name, DocumentType type, Received content, boolean again) {

        DocumentStore.File file() {
            return new DocumentStore.File(name, type, content.sha256(), content.size());
        }
    }

    /** Documents of an object, the latest first; those above the reader's clearance are left out. */
    @Transactional(readOnly = true)
    public Page<DocumentLine> page(Caller caller, String kind, UUID object, PageQuery query) {
        require(caller, kind, object);
        return store.page(kind, object, query);
    }

    /**
     * Stores a file as a new document.
     *
     * @param level how confidential it is by itself
     * @throws Refusal 404 for an object out of reach, 403 above the clearance, 409 for a content that the reader could find already
     */
    @Transactional
    public DocumentDetail add(Caller caller, String kind, UUID id, SecrecyLevel level, Arrived file)
            throws IOException {
        Linked object = require(caller, kind, id);
        requireCleared(caller, level);
        refuseDuplicate(caller, file);
        store.lockForUpload();
        contents.keep(file.content());
        UUID document = store.newId();
        String number = numbers.take(
                        NumberKind.DOCUMENT,
                        object.company(),
                        new NumberSubject(KIND, document, object.number()),
                        clock.today())
                .number();
        store.insert(document, kind, object, number, file.name(), level);
        store.add(
                document, object.company(), 1, file.file(), null, new DocumentStore.Upload(caller, clock.timestamp()));
        trail.record(
                caller,
                act(object.company(), "document.add", document, called(number, file.name(), level, object))
                        .basedOn(basis(object, file, level)));
        return detail(store.find(document).orElseThrow(), object);
    }

    /**
     * Stores a file as the next version of a document; the versions before stay.
     *
     * @param version number of the version it follows
     * @throws Refusal as {@link #add}; 412 if another version came in between
     */
    @Transactional
    public DocumentDetail addVersion(Caller caller, UUID id, int version, String reason, Arrived file)
            throws IOException {
        Stored document = store.find(id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        Linked object = require(caller, document.subjectKind(), document.subject());
        refuseDuplicate(caller, file);
        store.lockForUpload();
        contents.keep(file.content());
        if (!store.advance(id, version)) {
            throw Version.stale();
        }
        store.add(
                id,
                document.company(),
                version + 1,
                file.file(),
                reason,
                new DocumentStore.Upload(caller, clock.timestamp()));
        Map<String, String> basis = basis(object, file, document.level());
        basis.put("reason", reason);
        basis.put("version", String.valueOf(version + 1));
        trail.record(
                caller,
                act(
                                object.company(),
                                "document.add-version",
                                id,
                                called(document.number(), document.title(), document.level(), object))
                        .basedOn(basis));
        return detail(store.find(id).orElseThrow(), object);
    }

    /** A document within reach. */
    @Transactional(readOnly = true)
    public DocumentDetail find(Caller caller, UUID id) {
        Stored document = store.find(id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        return detail(document, require(caller, document.subjectKind(), document.subject()));
    }

    /**
     * What is given to a reader.
     *
     * @param number running number of the register, where it leaves the house
     */
    public record Given(
            DocumentVersion version,
            String mime,
            InputStream content,
            @Nullable String number) {}

    /**
     * Opens a version to be shown. Readings of what is confidential are recorded.
     *
     * @throws Refusal 404 out of reach, 409 for a type that is not shown, 500 for a damaged content
     */
    @Transactional
    public Given show(Caller caller, UUID id, int number) {
        DocumentDetail document = find(caller, id);
        DocumentVersion version = version(document, number);
        DocumentType type = DocumentType.named(version.type());
        if (type.shown() == DocumentType.Shown.CARD) {
            throw Refusal.of(DocumentProblem.DOCUMENT_NOT_SHOWN);
        }
        InputStream content = open(document, version);
        SecrecyLevel handling = SecrecyLevel.named(document.handling()).orElseThrow();
        if (handling.isGuarded()) {
            trail.record(caller, reading(id, document, "document.read", version, Map.of("level", handling.code())));
        }
        return new Given(version, type.mime(), content, null);
    }

    /**
     * Opens a version to be taken out of the house: entered in the register and recorded.
     *
     * @throws Refusal 404 out of reach, 500 for a damaged content
     */
    @Transactional
    public Given take(Caller caller, UUID id, int number) {
        DocumentDetail document = find(caller, id);
        DocumentVersion version = version(document, number);
        InputStream content = open(document, version);
        SecrecyLevel handling = SecrecyLevel.named(document.handling()).orElseThrow();
        String what = document.number() + " " + version.name();
        String entry = register.taken(caller, what, handling, Map.of("document", id.toString()))
                .number();
        trail.record(caller, reading(id, document, "document.download", version, Map.of("number", entry)));
        return new Given(version, DocumentType.named(version.type()).mime(), content, entry);
    }

    private Act reading(
            UUID id, DocumentDetail document, String action, DocumentVersion version, Map<String, String> more) {
        var basis = new TreeMap<String, String>(more);
        basis.put("version", String.valueOf(version.number()));
        basis.put("object", document.object().name());
        UUID company = store.find(id).orElseThrow().company();
        boolean guarded = SecrecyLevel.named(document.handling()).orElseThrow().isGuarded();
        String name = guarded ? document.number() : document.number() + " " + document.title();
        return act(company, action, id, name).basedOn(basis);
    }

    private static DocumentVersion version(DocumentDetail document, int number) {
        return document.versions().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** No byte of a content that is not what was stored is ever given. */
    private InputStream open(DocumentDetail document, DocumentVersion version) {
        try {
            return contents.open(version.sha256(), version.size());
        } catch (IOException e) {
            LOG.error("Document {} version {} cannot be read whole", document.number(), version.number(), e);
            throw Refusal.of(
                    DocumentProblem.DOCUMENT_DAMAGED,
                    new Reason(null, null, Map.of("number", document.number(), "version", version.number())));
        }
    }

    private Linked require(Caller caller, String kind, UUID id) {
        Linked object = Optional.ofNullable(objects.get(kind))
                .flatMap(one -> one.find(caller, id))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (!object.open()) {
            throw Refusal.of(Code.ABOVE_CLEARANCE);
        }
        return object;
    }

    private void requireCleared(Caller caller, SecrecyLevel level) {
        SecrecyLevel clearance = clearances.of(caller.id());
        if (level.above(clearance)) {
            throw Refusal.of(
                    Code.ABOVE_CLEARANCE,
                    new Reason(null, null, Map.of("level", level.code(), "clearance", clearance.code())));
        }
    }

    private void refuseDuplicate(Caller caller, Arrived file) {
        if (file.again()) {
            return;
        }
        var same = new ArrayList<Reason>();
        for (Stored one : store.withContent(file.content().sha256())) {
            Optional.ofNullable(objects.get(one.subjectKind()))
                    .flatMap(kind -> kind.find(caller, one.subject()))
                    .filter(Linked::open)
                    .ifPresent(object -> same.add(new Reason(
                            null,
                            "file",
                            Map.of(
                                    "code",
                                    "same-content",
                                    "document",
                                    one.id().toString(),
                                    "number",
                                    one.number(),
                                    "title",
                                    one.title(),
                                    "object",
                                    object.name()))));
        }
        if (!same.isEmpty()) {
            throw Refusal.of(DocumentProblem.DOCUMENT_DUPLICATE, same);
        }
    }

    private DocumentDetail detail(Stored document, Linked object) {
        SecrecyLevel handling = document.level().above(object.level()) ? document.level() : object.level();
        return new DocumentDetail(
                document.id(),
                document.number(),
                document.title(),
                new NamedRef(object.id(), object.name()),
                document.subjectKind(),
                document.level().code(),
                handling.code(),
                store.versions(document.id()));
    }

    /** The name of what is confidential stays out of the trail, which more people read. */
    private static String called(String number, String title, SecrecyLevel level, Linked object) {
        return level.isGuarded() || object.level().isGuarded() ? number : number + " " + title;
    }

    private static Map<String, String> basis(Linked object, Arrived file, SecrecyLevel level) {
        var basis = new TreeMap<>(
                Map.of("object", object.name(), "sha256", file.content().sha256()));
        if (!level.isGuarded() && !object.level().isGuarded()) {
            basis.put("file", file.name());
        }
        return basis;
    }

    private static Act act(UUID company, String action, UUID document, String name) {
        return Act.of(company, action, KIND, document, name);
    }
}
