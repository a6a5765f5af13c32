package xindang.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.format.form.FormField;
import xindang.forms.store.RecordStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.policy.NumberKind;
import xindang.policy.NumberSeries;
import xindang.policy.NumberSubject;

/** Records of forms (表单记录): filled in by the published version, kept with the version they were saved by. */
@Service
public class FormRecords {

    private static final String KIND = "form-record";
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_REASONS = 50;

    private final Forms forms;
    private final FormSight sight;
    private final RecordStore store;
    private final RecordView view;
    private final References references;
    private final SubjectFiles files;
    private final NumberSeries numbers;
    private final FormNews news;
    private final Trail trail;
    private final BusinessClock clock;

    FormRecords(
            Forms forms,
            FormSight sight,
            RecordStore store,
            RecordView view,
            References references,
            SubjectFiles files,
            NumberSeries numbers,
            FormNews news,
            Trail trail,
            BusinessClock clock) {
        this.forms = forms;
        this.sight = sight;
        this.store = store;
        this.view = view;
        this.references = references;
        this.files = files;
        this.numbers = numbers;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Where a record is to belong.
     *
     * @param node node; null for the one somebody works from
     * @param subject customer file, where the form belongs to customer files; else null
     */
    public record Place(@Nullable UUID node, @Nullable UUID subject) {}

    /**
     * What a form would make of values (试算).
     *
     * @param values values of the fields that the person sees, computed ones too
     * @param fields how each of these is his: {@code edit}, {@code read} or {@code masked}
     * @param problems what keeps them from being saved
     */
    public record Tried(Map<String, Object> values, Map<String, String> fields, List<Reason> problems) {

        /** Copies the collections. */
        public Tried {
            values = Map.copyOf(values);
            fields = Map.copyOf(fields);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Says what the published version would make of values, and changes nothing.
     *
     * @param record record they would change; null for a new one
     * @param fresh whether a new record begins: what is not given gets its initial value
     */
    @Transactional(readOnly = true)
    public Tried tried(Caller caller, UUID form, @Nullable UUID record, Map<String, Object> given, boolean fresh) {
        FormLine line = forms.line(caller, form);
        FormPlan plan = forms.plan(line);
        StoredRecord before = record == null ? null : find(caller, record);
        UUID node = before == null ? caller.node() : before.node().id();
        Set<String> roles = sight.roles(caller, node);
        Map<String, Object> initial = initial(caller, plan);
        Map<String, Object> stored = before == null ? initial : before.values();
        var offered = new TreeMap<>(given);
        if (fresh) {
            initial.forEach((code, value) -> plan.form()
                    .field(code)
                    .filter(field -> field.access().opens(roles))
                    .ifPresent(_ -> offered.putIfAbsent(code, value)));
        }
        Filling.Filled filled = Filling.fill(plan, stored, offered, roles, clock.today());
        RecordView.Shown shown = RecordView.shown(plan, filled.values(), filled.visible(), roles);
        return new Tried(
                shown.values(),
                shown.fields(),
                filled.problems().stream().map(FormRecords::reason).toList());
    }

    private Map<String, Object> initial(Caller caller, FormPlan plan) {
        var initial = new TreeMap<String, Object>();
        for (FormField field : plan.form().fields()) {
            String begins = field.initial();
            if (begins != null) {
                initial.put(
                        field.code(),
                        switch (field.kind()) {
                            case DATE ->
                                begins.equals(FormCompiler.TODAY)
                                        ? clock.today().toString()
                                        : begins;
                            case MEMBER -> begins.equals("me") ? caller.id().toString() : begins;
                            default -> begins;
                        });
            }
        }
        return initial;
    }

    /**
     * Adds a record.
     *
     * @throws Refusal 404 out of sight, 409 if nothing was published or the customer file has its own fields already, 422 for a place
     *     out of reach and for values that do not fit
     */
    @Transactional
    public RecordDetail add(Caller caller, UUID form, Place wanted, Map<String, Object> given) {
        FormLine line = forms.line(caller, form);
        UUID id = add(caller, line, forms.plan(line), wanted, given);
        return detail(caller, id);
    }

    /** The same for one of several, the form looked up already. */
    UUID add(Caller caller, FormLine line, FormPlan plan, Place wanted, Map<String, Object> given) {
        UUID node = node(caller, line, wanted);
        UUID subject = line.ofCustomers() ? wanted.subject() : null;
        Filling.Filled filled = filled(caller, plan, node, initial(caller, plan), given);
        UUID id = store.newId();
        String number = line.single()
                ? null
                : numbers.take(NumberKind.FORM_RECORD, node, new NumberSubject(KIND, id, line.labelZh()), clock.today())
                        .number();
        var one = new RecordStore.NewRecord(
                id, line.id(), Objects.requireNonNull(line.published()), node, subject, line.single(), number);
        if (!store.insert(one, content(plan, filled.values(), subject), caller, clock.timestamp())) {
            throw Refusal.of(FormProblem.RECORD_EXISTS);
        }
        news.saved(line, node, id, "forms.record-added");
        trail.record(caller, act(node, "forms.add-record", id, number, line));
        return id;
    }

    private UUID node(Caller caller, FormLine line, Place wanted) {
        if (line.ofCustomers()) {
            return Optional.ofNullable(wanted.subject())
                    .flatMap(id -> files.find(caller, id))
                    .filter(SubjectFiles.Subject::open)
                    .map(SubjectFiles.Subject::company)
                    .filter(company -> sight.holds(line.node().id(), company))
                    .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("customer", "unknown")));
        }
        UUID node = wanted.node() == null ? caller.node() : wanted.node();
        if (!caller.reaches(node) || !sight.holds(line.node().id(), node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        return node;
    }

    /**
     * Changes a record, which is saved by the published version from then on.
     *
     * @param given what the person gives; a field of his that is missing becomes empty
     * @throws Refusal 404 out of reach, 409 if it is void, 412 if stale, 422 for values that do not fit
     */
    @Transactional
    public RecordDetail change(Caller caller, UUID id, int revision, Map<String, Object> given) {
        StoredRecord before = open(caller, id, revision);
        FormLine line = forms.line(caller, before.form());
        FormPlan plan = forms.plan(line);
        Filling.Filled filled = filled(caller, plan, before.node().id(), before.values(), given);
        store.change(
                id,
                Objects.requireNonNull(line.published()),
                content(plan, filled.values(), before.subject()),
                caller,
                clock.timestamp());
        news.saved(line, before.node().id(), id, "forms.record-changed");
        trail.record(
                caller,
                act(before.node().id(), "forms.change-record", id, before.number(), line)
                        .with(changes(plan, before, filled.values())));
        return detail(caller, id);
    }

    /**
     * Declares a record void. It stays, with the reason.
     *
     * @throws Refusal 404 out of reach, 409 if it is void, 412 if stale
     */
    @Transactional
    public RecordDetail declareVoid(Caller caller, UUID id, int revision, String reason) {
        StoredRecord before = open(caller, id, revision);
        store.declareVoid(id, reason, caller, clock.timestamp());
        FormLine line = forms.line(caller, before.form());
        trail.record(
                caller,
                act(before.node().id(), "forms.void-record", id, before.number(), line)
                        .basedOn(Map.of("reason", reason)));
        return detail(caller, id);
    }

    private StoredRecord open(Caller caller, UUID id, int revision) {
        store.lock(id);
        StoredRecord before = find(caller, id);
        if (before.state().equals("void")) {
            throw Refusal.of(FormProblem.RECORD_VOID);
        }
        if (before.revision() != revision) {
            throw Version.stale();
        }
        return before;
    }

    private Filling.Filled filled(
            Caller caller, FormPlan plan, UUID node, Map<String, Object> stored, Map<String, Object> given) {
        Filling.Filled filled = Filling.fill(plan, stored, given, sight.roles(caller, node), clock.today());
        var problems = new ArrayList<>(filled.problems());
        if (problems.isEmpty()) {
            problems.addAll(references.unknown(caller, plan.form(), stored, filled.values()));
        }
        if (!problems.isEmpty()) {
            throw Refusal.of(
                    FormProblem.RECORD_UNFIT,
                    problems.stream()
                            .limit(MOST_REASONS)
                            .map(FormRecords::reason)
                            .toList());
        }
        return filled;
    }

    static Reason reason(Filling.Problem problem) {
        var facts = new HashMap<String, Object>(Map.of("code", problem.code()));
        if (!problem.limit().isEmpty()) {
            facts.put("limit", problem.limit());
        }
        return new Reason(null, problem.field(), facts);
    }

    private RecordStore.Content content(FormPlan plan, Map<String, Object> values, @Nullable UUID subject) {
        String code = plan.form().title();
        String title =
                code == null ? null : FieldText.of(plan.form().field(code).orElseThrow(), values.get(code), "zh");
        return new RecordStore.Content(
                values,
                title == null || title.isEmpty() ? null : cut(title),
                references.customers(plan.form(), values, subject));
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE));
    }

    /** Values go into the trail only where everybody who reads the record may see them and no customer file is concerned. */
    private static List<Change> changes(FormPlan plan, StoredRecord before, Map<String, Object> after) {
        var changes = new ArrayList<Change>();
        var codes = new TreeSet<>(before.values().keySet());
        codes.addAll(after.keySet());
        boolean plain = before.subject() == null;
        for (String code : codes) {
            Object was = before.values().get(code);
            Object is = after.get(code);
            if (!Objects.equals(was, is)) {
                boolean told = plain
                        && plan.form()
                                .field(code)
                                .filter(field -> !field.access().isGuarded()
                                        && !field.kind().isReference())
                                .isPresent();
                changes.add(new Change(code, told(was, told), told(is, told)));
            }
        }
        return changes;
    }

    private static @Nullable String told(@Nullable Object value, boolean plainly) {
        return value == null ? null : plainly && value instanceof String text ? text : RecordView.MASK;
    }

    private static Act act(UUID node, String action, UUID id, @Nullable String number, FormLine line) {
        return Act.of(node, action, KIND, id, number == null ? line.labelZh() : number)
                .basedOn(Map.of("form", line.code()));
    }

    /**
     * A record as the caller sees it.
     *
     * @throws Refusal 404 out of reach
     */
    @Transactional(readOnly = true)
    public RecordDetail detail(Caller caller, UUID id) {
        StoredRecord one = find(caller, id);
        FormPlan plan = forms.plan(one.form(), one.version());
        return view.of(caller, plan, one, Filling.visible(plan, one.values(), clock.today()));
    }

    /** A record within reach: of a node, or of a customer file. */
    StoredRecord find(Caller caller, UUID id) {
        return store.find(id).filter(one -> isWithin(caller, one)).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    private boolean isWithin(Caller caller, StoredRecord one) {
        UUID subject = one.subject();
        return caller.reaches(one.node().id())
                || (subject != null
                        && files.find(caller, subject)
                                .filter(SubjectFiles.Subject::open)
                                .isPresent());
    }

    /** Records of a customer file that is within reach, with forms of which it may get one, by form. */
    @Transactional(readOnly = true)
    public List<OfCustomer> ofCustomer(Caller caller, UUID customer) {
        SubjectFiles.Subject file = files.find(caller, customer)
                .filter(SubjectFiles.Subject::open)
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        return forms.all(caller).stream()
                .filter(line -> line.ofCustomers()
                        && line.published() != null
                        && sight.holds(line.node().id(), file.company()))
                .map(line -> new OfCustomer(
                        line,
                        store.ofSubject(line.id(), customer).stream()
                                .map(one -> detail(caller, one))
                                .toList()))
                .toList();
    }

    /**
     * What a customer file has of a form (档案所附表单).
     *
     * @param records the latest first, fifty at most
     */
    public record OfCustomer(FormLine form, List<RecordDetail> records) {

        /** Copies the list. */
        public OfCustomer {
            records = List.copyOf(records);
        }
    }
}
