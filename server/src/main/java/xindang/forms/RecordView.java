package xindang.forms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.format.form.FieldKind;
import xindang.format.form.FormField;
import xindang.platform.access.Caller;
import xindang.platform.rest.NamedRef;

/** What somebody sees of a record (记录可见内容): fields that his roles show, masked ones without their values. */
@Component
class RecordView {

    static final String MASK = "***";

    private final References references;
    private final SubjectFiles files;
    private final FormSight sight;

    RecordView(References references, SubjectFiles files, FormSight sight) {
        this.references = references;
        this.files = files;
        this.sight = sight;
    }

    /**
     * What somebody sees of values.
     *
     * @param values those of the fields he sees
     * @param fields how each of these fields is his: {@code edit}, {@code read} or {@code masked}
     */
    record Shown(Map<String, Object> values, Map<String, String> fields) {}

    /** Values as somebody with some roles sees them. */
    static Shown shown(FormPlan plan, Map<String, Object> values, Set<String> visible, Set<String> roles) {
        var seen = new TreeMap<String, Object>();
        var fields = new TreeMap<String, String>();
        for (FormField field : plan.form().fields()) {
            String code = field.code();
            if (!visible.contains(code) || !field.access().shows(roles)) {
                continue;
            }
            boolean reveals = field.access().reveals(roles);
            boolean edits = !field.kind().isGiven() && field.access().opens(roles);
            fields.put(code, edits ? "edit" : reveals ? "read" : "masked");
            Object value = values.get(code);
            if (value != null) {
                seen.put(code, reveals ? value : MASK);
            }
        }
        return new Shown(seen, fields);
    }

    /** A record as somebody sees it, by the version it was saved by. */
    RecordDetail of(Caller caller, FormPlan plan, StoredRecord one, Set<String> visible) {
        Shown shown = shown(
                plan, one.values(), visible, sight.roles(caller, one.node().id()));
        var values = new TreeMap<>(shown.values());
        for (FormField serial : plan.form().of(FieldKind.SERIAL)) {
            if (one.number() != null && shown.fields().containsKey(serial.code())) {
                values.put(serial.code(), one.number());
            }
        }
        UUID subject = one.subject();
        NamedRef named = subject == null
                ? null
                : Optional.ofNullable(files.names(caller, Set.of(subject)).get(subject))
                        .map(name -> new NamedRef(subject, name))
                        .orElse(null);
        return new RecordDetail(
                one.id(),
                one.form(),
                one.version(),
                one.node(),
                named,
                one.number(),
                one.title(),
                values,
                shown.fields(),
                references.names(caller, plan.form(), shown.values()),
                one.state(),
                one.voidReason(),
                one.createdBy(),
                one.createdAt(),
                one.changedBy(),
                one.changedAt(),
                one.revision());
    }
}
