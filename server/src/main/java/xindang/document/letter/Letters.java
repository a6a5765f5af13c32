package xindang.document.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.document.ContentStore;
import xindang.document.DocumentType;
import xindang.document.Documents;
import xindang.document.LinkedObjects;
import xindang.document.LinkedObjects.Linked;
import xindang.document.letter.store.LetterStore;
import xindang.document.letter.store.LetterStore.Why;
import xindang.document.letter.store.TemplateStore;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.print.letter.Pdf;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.policy.NumberKind;
import xindang.policy.NumberSeries;
import xindang.policy.NumberSubject;

/**
 * Letters to customers (函件): each has a number of the company's series, a code by which its holder verifies it, and its PDF among the documents
 * of the file. One that would have a hole is not made, and takes no number.
 */
@Service
public class Letters {

    private static final String SUBJECT = "customer";
    private static final String KIND = "letter";

    /** No letter is as long; the limit of uploads is another matter. */
    private static final long MOST_BYTES = 20L << 20;

    private final LetterStore store;
    private final LetterTemplates templates;
    private final LetterFields fields;
    private final LetterPress press;
    private final Documents documents;
    private final ContentStore contents;
    private final LinkedObjects files;
    private final NumberSeries numbers;
    private final Organisation organisation;
    private final Trail trail;
    private final BusinessClock clock;

    Letters(
            LetterStore store,
            LetterTemplates templates,
            LetterFields fields,
            LetterPress press,
            Documents documents,
            ContentStore contents,
            List<LinkedObjects> objects,
            NumberSeries numbers,
            Organisation organisation,
            Trail trail,
            BusinessClock clock) {
        this.store = store;
        this.templates = templates;
        this.fields = fields;
        this.press = press;
        this.documents = documents;
        this.contents = contents;
        this.files = objects.stream()
                .filter(one -> one.kind().equals(SUBJECT))
                .findFirst()
                .orElseThrow();
        this.numbers = numbers;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What became of a file in a batch.
     *
     * @param letter the letter; null if none was made
     * @param obstacles why none was made
     */
    record Outcome(Linked file, @Nullable UUID letter, List<Why> obstacles) {
        Outcome {
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * Shows how a letter to a file would look, without a number; nothing is kept.
     *
     * @throws Refusal 404 out of reach, 422 for a text that is no template, or with a reason per hole
     */
    @Transactional(readOnly = true)
    public Pdf preview(Caller caller, LetterTemplates.Draft draft, UUID file) {
        Linked linked = require(caller, file);
        Template template = templates.read(draft.body());
        LocalDate today = clock.today();
        var of = new LetterTemplate(
                file,
                new NamedRef(linked.company(), ""),
                draft.code(),
                draft.name(),
                draft.language(),
                false,
                1,
                draft.body());
        String number = draft.language().equals("zh") ? "（预览）" : "(preview)";
        LetterFiller.Filled filled = press.fill(
                template,
                of,
                known(caller, List.of(file), today).getOrDefault(file, NOTHING),
                own(caller, linked, number, ""));
        refuse(LetterPress.obstacles(filled));
        return LetterPress.print(List.of(filled)).getFirst();
    }

    private static final LetterValues NOTHING = new LetterValues(Map.of(), Map.of());

    /**
     * Makes a letter to a file.
     *
     * @throws Refusal 404 out of reach, 409 if the template is retired, 422 with a reason per hole
     */
    @Transactional
    public LetterLine make(Caller caller, UUID template, UUID file) {
        LetterTemplate of = usable(caller, template);
        Outcome outcome = make(caller, of, List.of(require(caller, file)), null).getFirst();
        refuse(outcome.obstacles());
        return store.find(Objects.requireNonNull(outcome.letter()))
                .orElseThrow()
                .line();
    }

    LetterTemplate usable(Caller caller, UUID template) {
        LetterTemplate of = templates.find(caller, template);
        if (of.retired()) {
            throw Refusal.of(LetterProblem.TEMPLATE_RETIRED);
        }
        return of;
    }

    private static void refuse(List<Why> obstacles) {
        if (!obstacles.isEmpty()) {
            throw Refusal.of(
                    LetterProblem.LETTER_LACKING,
                    obstacles.stream()
                            .map(one -> new Reason(null, one.word(), Map.of("code", one.code())))
                            .toList());
        }
    }

    /** Makes letters to some files of one company, which share the glyphs of one subset; those with obstacles get none. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Outcome> make(Caller caller, LetterTemplate of, List<Linked> some, @Nullable UUID batch) {
        Template template = templates.read(of.body());
        LocalDate today = clock.today();
        Map<UUID, LetterValues> known =
                known(caller, some.stream().map(Linked::id).toList(), today);
        var outcomes = new ArrayList<Outcome>();
        var ready = new ArrayList<Ready>();
        for (Linked file : some) {
            LetterValues values = known.getOrDefault(file.id(), NOTHING);
            // Without a number first: one that is taken has to be used.
            LetterFiller.Filled tried = press.fill(template, of, values, own(caller, file, "0", ""));
            List<Why> obstacles = LetterPress.obstacles(tried);
            if (obstacles.isEmpty()) {
                ready.add(numbered(caller, template, of, file, values));
            } else {
                outcomes.add(new Outcome(file, null, obstacles));
            }
        }
        List<Pdf> printed = LetterPress.print(ready.stream().map(Ready::filled).toList());
        for (int i = 0; i < ready.size(); i++) {
            keep(caller, of, ready.get(i), printed.get(i), batch);
            outcomes.add(new Outcome(ready.get(i).file(), ready.get(i).id(), List.of()));
        }
        return outcomes;
    }

    private record Ready(UUID id, Linked file, String number, String code, LetterFiller.Filled filled) {}

    private Ready numbered(Caller caller, Template template, LetterTemplate of, Linked file, LetterValues values) {
        UUID id = store.newId();
        String number = numbers.take(
                        NumberKind.LETTER, file.company(), new NumberSubject(KIND, id, of.name()), clock.today())
                .number();
        String code = press.newCode();
        return new Ready(id, file, number, code, press.fill(template, of, values, own(caller, file, number, code)));
    }

    private void keep(Caller caller, LetterTemplate of, Ready ready, Pdf pdf, @Nullable UUID batch) {
        String name = fileName(ready.number() + " " + of.name());
        UUID document;
        try (InputStream content = pdf.open();
                ContentStore.Received received = contents.receive(content, MOST_BYTES)) {
            document = documents
                    .add(
                            caller,
                            SUBJECT,
                            ready.file().id(),
                            SecrecyLevel.INTERNAL,
                            new Documents.Arrived(name, DocumentType.PDF, received, true))
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store.insert(new LetterStore.Made(
                ready.id(),
                ready.file().company(),
                new NamedRef(ready.file().id(), ready.file().name()),
                ready.number(),
                of,
                document,
                ready.code(),
                batch,
                clock.today(),
                new TemplateStore.By(caller.id(), caller.name(), clock.timestamp())));
        trail.record(
                caller,
                Act.of(ready.file().company(), "document.make-letter", KIND, ready.id(), ready.number())
                        .basedOn(Map.of(
                                "template",
                                of.code() + " " + of.version(),
                                "object",
                                ready.file().number())));
    }

    private static String fileName(String text) {
        return text.replaceAll("[/\\\\:*?\"<>|\\p{Cntrl}]", "-") + ".pdf";
    }

    private LetterPress.Own own(Caller caller, Linked file, String number, String code) {
        return new LetterPress.Own(number, code, organisation.name(file.company()), caller.name(), clock.today());
    }

    private Map<UUID, LetterValues> known(Caller caller, Collection<UUID> some, LocalDate date) {
        return new HashMap<>(fields.of(caller.reach(), some, date));
    }

    private Linked require(Caller caller, UUID file) {
        Linked linked = files.find(caller, file).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (!linked.open()) {
            throw Refusal.of(Code.ABOVE_CLEARANCE);
        }
        return linked;
    }

    /** Files within reach that may be written to, in the order they are asked for; those closed to the caller are left out. */
    List<Linked> open(Caller caller, List<UUID> some) {
        return files.find(caller, some).stream()
                .filter(Linked::open)
                .sorted(Comparator.comparingInt(file -> some.indexOf(file.id())))
                .toList();
    }

    /** Letters within reach, the latest first; of one file or batch only where that is told. */
    @Transactional(readOnly = true)
    public Page<LetterLine> page(Caller caller, @Nullable UUID subject, @Nullable UUID batch, PageQuery query) {
        if (subject != null) {
            require(caller, subject);
        }
        return store.page(caller.reach(), subject, batch, query);
    }

    /** Files without a letter in a batch. */
    @Transactional(readOnly = true)
    public Page<LetterStore.LeftOut> leftOut(Caller caller, UUID batch, PageQuery query) {
        return store.leftOut(caller.reach(), batch, query);
    }

    /**
     * Withdraws a letter: whoever verifies it is told so. Its number and its PDF stay.
     *
     * @throws Refusal 404 out of reach, 409 if it was withdrawn already
     */
    @Transactional
    public LetterLine withdraw(Caller caller, UUID id, String reason) {
        LetterStore.Placed letter = store.find(id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        require(caller, letter.line().subject().id());
        if (!store.withdraw(id, caller.id(), reason, clock.timestamp())) {
            throw Refusal.of(LetterProblem.LETTER_WITHDRAWN);
        }
        trail.record(
                caller,
                Act.of(
                                letter.company(),
                                "document.withdraw-letter",
                                KIND,
                                id,
                                letter.line().number())
                        .basedOn(Map.of("reason", reason)));
        return store.find(id).orElseThrow().line();
    }

    /** What whoever holds a letter with a code is told; nothing if there is none. */
    @Transactional(readOnly = true)
    public Optional<LetterStore.VerifiedLetter> verify(String code) {
        return store.verified(code);
    }
}
