package xindang.forms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.format.FormFile;
import xindang.format.FormatException;
import xindang.format.FormatProblem;
import xindang.format.form.FieldKind;
import xindang.format.form.FormField;
import xindang.forms.store.FormStore;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** Draws forms (表单设计): a draft, checked by the program, published by somebody who did not write in it. */
@Service
public class FormDesign {

    private static final int MOST_PROBLEMS = 30;

    private final Forms forms;
    private final FormStore store;
    private final FormSight sight;
    private final FourEyes fourEyes;
    private final FormNews news;
    private final Trail trail;
    private final BusinessClock clock;

    FormDesign(
            Forms forms,
            FormStore store,
            FormSight sight,
            FourEyes fourEyes,
            FormNews news,
            Trail trail,
            BusinessClock clock) {
        this.forms = forms;
        this.store = store;
        this.sight = sight;
        this.fourEyes = fourEyes;
        this.news = news;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A new form.
     *
     * @param subject what a record belongs to: nothing, {@code customer} or {@code customer-fields}
     * @param definition JSON of its first draft
     */
    public record NewForm(UUID node, String code, String subject, String definition) {}

    /** A decision about a draft. */
    public record Decision(
            boolean publish, String reason, @Nullable String exception) {}

    /**
     * Makes a form with its first draft.
     *
     * @throws Refusal 409 if its node has such a form, 422 for a node out of reach or a definition that is none
     */
    @Transactional
    public Forms.Whole create(Caller caller, NewForm wanted) {
        if (!caller.reaches(wanted.node())) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        FormFile.Read read = read(wanted.definition());
        UUID id = store.insert(wanted, caller.id(), clock.timestamp())
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("code", "taken")));
        store.insertVersion(id, 1, wanted.node(), read.canonical(), caller.id(), clock.timestamp());
        trail.record(caller, Act.of(wanted.node(), "forms.create-form", "form", id, wanted.code()));
        return forms.find(caller, id);
    }

    /**
     * Starts the next draft from what is published.
     *
     * @throws Refusal 404 out of reach, 409 if there is a draft
     */
    @Transactional
    public Forms.Whole startDraft(Caller caller, UUID id) {
        Forms.Whole whole = lock(caller, id);
        if (whole.open() != null) {
            throw Refusal.of(FormProblem.FORM_HAS_DRAFT);
        }
        FormVersion latest = whole.versions().getFirst();
        String from = whole.definition() == null ? store.definition(id, latest.number()) : whole.definition();
        UUID node = whole.form().node().id();
        store.insertVersion(id, latest.number() + 1, node, from, caller.id(), clock.timestamp());
        trail.record(caller, act(whole.form(), "forms.start-draft"));
        return forms.find(caller, id);
    }

    /**
     * Saves what a draft says.
     *
     * @param revision version of the draft it starts from
     * @throws Refusal 404 out of reach, 409 without a draft, 412 if stale, 422 for a definition that is none
     */
    @Transactional
    public Forms.Whole save(Caller caller, UUID id, int revision, String definition) {
        Forms.Whole whole = lock(caller, id);
        FormVersion open = open(whole, revision);
        FormFile.Read read = read(definition);
        store.save(id, open.number(), read.canonical(), caller.id(), clock.timestamp());
        trail.record(caller, act(whole.form(), "forms.change-draft").basedOn(Map.of("version", "" + open.number())));
        return forms.find(caller, id);
    }

    /**
     * Checks a draft; where nothing is found it waits for publication.
     *
     * @throws Refusal 404 out of reach, 409 without a draft, 412 if stale
     */
    @Transactional
    public List<FormFinding> check(Caller caller, UUID id, int revision) {
        Forms.Whole whole = lock(caller, id);
        FormVersion open = open(whole, revision);
        List<FormFinding> findings = findings(caller, store.definition(id, open.number()));
        store.move(id, open.number(), findings.isEmpty() ? "checked" : "draft");
        if (findings.isEmpty()) {
            news.checked(caller, whole.form(), open);
        }
        trail.record(
                caller,
                act(whole.form(), "forms.check-draft").basedOn(Map.of("findings", String.valueOf(findings.size()))));
        return findings;
    }

    private List<FormFinding> findings(Caller caller, String definition) {
        FormFile.Read read = read(definition);
        var findings = new ArrayList<FormFinding>();
        if (FormCompiler.compile(read.form()) instanceof FormCompiler.Planned.Unsound(List<FormFinding> found)) {
            findings.addAll(found);
        }
        Set<UUID> seen = sight.nodes(caller);
        for (FormField field : read.form().of(FieldKind.LINK)) {
            boolean known = store.find(UUID.fromString(String.valueOf(field.form())))
                    .filter(form -> seen.contains(form.node().id()))
                    .isPresent();
            if (!known) {
                findings.add(FormFinding.of("unknown-form", field.code()));
            }
        }
        return findings;
    }

    /**
     * Publishes a draft, or returns it to its authors.
     *
     * @throws Refusal 403 for one's own draft, 404 out of reach, 409 without a draft or if it is not checked, 412 if stale
     */
    @Transactional
    public Forms.Whole decide(Caller caller, UUID id, int revision, Decision decision) {
        Forms.Whole whole = lock(caller, id);
        FormVersion open = open(whole, revision);
        FormLine form = whole.form();
        for (NamedRef author : open.authors()) {
            fourEyes.check(
                    caller,
                    new FourEyes.Matter(form.node().id(), "forms.approve", id, form.code()),
                    author.id(),
                    decision.exception());
        }
        if (decision.publish() && !open.state().equals("checked")) {
            throw Refusal.of(FormProblem.FORM_NOT_CHECKED);
        }
        String state = decision.publish() ? "published" : "draft";
        store.decide(id, open.number(), state, caller, clock.timestamp(), decision.reason());
        if (decision.publish()) {
            store.putInForce(id, open.number());
            news.published(form, open);
        }
        trail.record(
                caller,
                act(form, decision.publish() ? "forms.publish" : "forms.return-draft")
                        .basedOn(Map.of(
                                "reason", decision.reason(),
                                "version", String.valueOf(open.number()),
                                "sha256", open.sha256())));
        return forms.find(caller, id);
    }

    /**
     * Gives a draft up.
     *
     * @throws Refusal 404 out of reach, 409 without a draft, 412 if stale
     */
    @Transactional
    public void withdraw(Caller caller, UUID id, int revision) {
        Forms.Whole whole = lock(caller, id);
        store.move(id, open(whole, revision).number(), "withdrawn");
        trail.record(caller, act(whole.form(), "forms.withdraw-draft"));
    }

    private Forms.Whole lock(Caller caller, UUID id) {
        store.lock(id);
        Forms.Whole whole = forms.find(caller, id);
        if (!caller.reaches(whole.form().node().id())) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        return whole;
    }

    private static FormVersion open(Forms.Whole whole, int revision) {
        FormVersion open = whole.open();
        if (open == null) {
            throw Refusal.of(FormProblem.FORM_WITHOUT_DRAFT);
        }
        if (open.revision() != revision) {
            throw Version.stale();
        }
        return open;
    }

    private static Act act(FormLine form, String action) {
        return Act.of(form.node().id(), action, "form", form.id(), form.code());
    }

    /** A definition, or everything that is wrong with it. */
    static FormFile.Read read(String definition) {
        try {
            return FormFile.read("definition", definition.getBytes(StandardCharsets.UTF_8));
        } catch (FormatException unfit) {
            throw Refusal.of(
                    FormProblem.FORM_UNFIT,
                    unfit.problems().stream()
                            .limit(MOST_PROBLEMS)
                            .map(FormDesign::reason)
                            .toList());
        }
    }

    private static Reason reason(FormatProblem problem) {
        var facts = new HashMap<String, Object>(problem.args());
        facts.remove("file");
        facts.put("code", problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new Reason(null, null, facts);
    }
}
