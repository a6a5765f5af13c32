package xindang.forms;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.forms.store.FormStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** Forms as those see them who fill them in or draw them (表单查询). */
@Service
public class Forms {

    private final FormStore store;
    private final FormSight sight;
    private final FormPlans plans;

    Forms(FormStore store, FormSight sight, FormPlans plans) {
        this.store = store;
        this.sight = sight;
        this.plans = plans;
    }

    /**
     * A form with its versions.
     *
     * @param definition canonical JSON of the published version; null before the first
     * @param draft canonical JSON of the open draft; null without one
     * @param versions the latest first
     */
    public record Whole(
            FormLine form,
            @Nullable String definition,
            @Nullable String draft,
            List<FormVersion> versions) {

        /** Copies the list. */
        public Whole {
            versions = List.copyOf(versions);
        }

        /** The version that can still be changed; null without one. */
        public @Nullable FormVersion open() {
            return versions.stream().filter(FormVersion::isOpen).findFirst().orElse(null);
        }
    }

    /** All forms that hold for nodes within reach, or at nodes within it. */
    @Transactional(readOnly = true)
    public List<FormLine> all(Caller caller) {
        return store.all(sight.list(caller));
    }

    /**
     * A form with its versions.
     *
     * @throws Refusal 404 out of sight
     */
    @Transactional(readOnly = true)
    public Whole find(Caller caller, UUID id) {
        FormLine form = line(caller, id);
        List<FormVersion> versions = store.versions(id);
        Integer published = form.published();
        return new Whole(
                form,
                published == null ? null : store.definition(id, published),
                versions.stream()
                        .filter(FormVersion::isOpen)
                        .findFirst()
                        .map(one -> store.definition(id, one.number()))
                        .orElse(null),
                versions);
    }

    /** What a version said. */
    @Transactional(readOnly = true)
    public String definition(Caller caller, UUID id, int number) {
        line(caller, id);
        return store.versions(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .map(one -> store.definition(id, number))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** A form within sight. */
    FormLine line(Caller caller, UUID id) {
        return store.find(id)
                .filter(form -> sight.nodes(caller).contains(form.node().id()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** The published version of a form, to be filled in. */
    FormPlan plan(FormLine form) {
        Integer published = form.published();
        if (published == null) {
            throw Refusal.of(FormProblem.FORM_NOT_PUBLISHED);
        }
        return plan(form.id(), published);
    }

    /** A version that was published. */
    FormPlan plan(UUID form, int version) {
        return plans.of(store.definition(form, version));
    }
}
