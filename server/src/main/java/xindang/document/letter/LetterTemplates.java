package xindang.document.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.document.letter.store.TemplateStore;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** Templates of letters (函件模板管理): written by people, read before they are kept, each change a version of its own. */
@Service
public class LetterTemplates {

    private static final String KIND = "letter-template";

    private final TemplateStore store;
    private final LetterFields fields;
    private final Organisation organisation;
    private final Trail trail;
    private final BusinessClock clock;

    LetterTemplates(
            TemplateStore store, LetterFields fields, Organisation organisation, Trail trail, BusinessClock clock) {
        this.store = store;
        this.fields = fields;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A template as somebody writes it.
     *
     * @param code short name in interfaces; stays as it is
     * @param name what people call it; the title of its letters
     * @param language {@code zh} or {@code en}
     * @param body what it says
     */
    public record Draft(String code, String name, String language, String body) {}

    /**
     * What somebody makes of a template.
     *
     * @param retired whether no letters are made of it any more
     * @param reason why
     */
    public record Changed(String name, String body, boolean retired, String reason) {}

    /** Templates that the caller may use: those of the nodes he reaches, and of all above them. */
    @Transactional(readOnly = true)
    public List<LetterTemplate> all(Caller caller) {
        return store.at(around(caller));
    }

    /**
     * One of them.
     *
     * @throws Refusal 404 if the caller may not use it
     */
    @Transactional(readOnly = true)
    public LetterTemplate find(Caller caller, UUID id) {
        return store.find(id)
                .filter(one -> around(caller).contains(one.node().id()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** What its versions said, the latest first. */
    @Transactional(readOnly = true)
    public List<TemplateStore.TemplateVersion> past(Caller caller, UUID id) {
        return store.past(find(caller, id).id());
    }

    /**
     * Keeps a new template.
     *
     * @throws Refusal 404 for a node out of reach, 409 if the code is taken, 422 for a text that is none
     */
    @Transactional
    public LetterTemplate add(Caller caller, UUID node, Draft draft) {
        return addUnlessTaken(caller, node, draft).orElseThrow(() -> Refusal.of(LetterProblem.TEMPLATE_TAKEN));
    }

    /**
     * Keeps a new template, unless the node has one of its code.
     *
     * @throws Refusal 404 for a node out of reach, 422 for a text that is none
     */
    @Transactional
    public Optional<LetterTemplate> addUnlessTaken(Caller caller, UUID node, Draft draft) {
        requireReach(caller, node);
        read(draft.body());
        return store.insert(node, draft).map(id -> {
            store.addVersion(id, node, 1, draft.body(), null, by(caller));
            trail.record(caller, Act.of(node, "document.add-template", KIND, id, draft.name()));
            return find(caller, id);
        });
    }

    /**
     * Changes a template: the next version.
     *
     * @param version version it starts from
     * @throws Refusal 404 out of reach, 412 if stale, 422 for a text that is none
     */
    @Transactional
    public LetterTemplate change(Caller caller, UUID id, int version, Changed changed) {
        LetterTemplate before = find(caller, id);
        requireReach(caller, before.node().id());
        read(changed.body());
        if (!store.advance(id, version, changed.name(), changed.retired())) {
            throw Version.stale();
        }
        store.addVersion(id, before.node().id(), version + 1, changed.body(), changed.reason(), by(caller));
        trail.record(
                caller,
                Act.of(before.node().id(), "document.change-template", KIND, id, changed.name())
                        .basedOn(Map.of("reason", changed.reason(), "version", String.valueOf(version + 1))));
        return find(caller, id);
    }

    /**
     * Reads a text as a template.
     *
     * @throws Refusal 422 with a reason per fault
     */
    Template read(String body) {
        return switch (TemplateReader.read(body, fields)) {
            case TemplateReader.Read.Sound(Template template) -> template;
            case TemplateReader.Read.Faulty(List<TemplateFault> faults) ->
                throw Refusal.of(
                        LetterProblem.TEMPLATE_UNFIT,
                        faults.stream().map(LetterTemplates::reason).toList());
        };
    }

    private static Reason reason(TemplateFault fault) {
        return new Reason(
                null, "body", Map.of("code", fault.code(), "word", fault.word(), "line", String.valueOf(fault.line())));
    }

    private TemplateStore.By by(Caller caller) {
        return new TemplateStore.By(caller.id(), caller.name(), clock.timestamp());
    }

    private static void requireReach(Caller caller, UUID node) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }

    private Set<UUID> around(Caller caller) {
        var nodes = new TreeSet<>(caller.nodes());
        for (UUID node : caller.nodes()) {
            nodes.addAll(organisation.above(node));
        }
        return nodes;
    }
}
