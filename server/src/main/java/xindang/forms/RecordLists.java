package xindang.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.format.form.FieldKind;
import xindang.format.form.FormField;
import xindang.forms.store.RecordList;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/** Records of a form as a list (表单记录列表): filtered and sorted by the fields that the form lists and everybody may see. */
@Service
public class RecordLists {

    private static final int AT_ONCE = 200;
    private static final int MOST_WHERES = 8;

    private final Forms forms;
    private final FormSight sight;
    private final RecordList list;
    private final References references;

    RecordLists(Forms forms, FormSight sight, RecordList list, References references) {
        this.forms = forms;
        this.sight = sight;
        this.list = list;
        this.references = references;
    }

    /**
     * What is asked for.
     *
     * @param text part of number or title
     * @param state {@code active} or {@code void}
     * @param where conditions such as {@code amount:from:1000}
     */
    public record Asked(@Nullable String text, @Nullable String state, List<String> where) {

        /** Copies the list. */
        public Asked {
            where = List.copyOf(where);
        }
    }

    /**
     * One page of the records at nodes within reach.
     *
     * @throws Refusal 400 for a condition that cannot be asked, 404 out of sight, 409 if nothing was published
     */
    @Transactional(readOnly = true)
    public Page<RecordLine> page(Caller caller, UUID form, Asked asked, PageQuery query) {
        FormPlan plan = plan(caller, form);
        Page<StoredRecord> page = list.page(listed(caller, form, plan), filter(plan, asked), query);
        List<RecordLine> lines = lines(caller, plan, page.items());
        return new Page<>(lines, page.next(), page.count(), page.countExact());
    }

    /** All of them, for an export. */
    @Transactional(readOnly = true)
    public void each(Caller caller, UUID form, Asked asked, PageQuery query, Consumer<RecordLine> row) {
        FormPlan plan = plan(caller, form);
        var some = new ArrayList<StoredRecord>(AT_ONCE);
        list.each(listed(caller, form, plan), filter(plan, asked), query, one -> {
            some.add(one);
            if (some.size() == AT_ONCE) {
                lines(caller, plan, some).forEach(row);
                some.clear();
            }
        });
        lines(caller, plan, some).forEach(row);
    }

    /** Fields that are listed, as far as the caller sees any of them. */
    @Transactional(readOnly = true)
    public List<FormField> columns(Caller caller, UUID form) {
        Set<String> roles = sight.roles(caller, caller.node());
        return fields(plan(caller, form)).stream()
                .filter(field -> field.access().shows(roles))
                .toList();
    }

    /** Name of a form in the caller's language. */
    @Transactional(readOnly = true)
    public String name(Caller caller, UUID form) {
        return forms.line(caller, form).label(caller.language());
    }

    private FormPlan plan(Caller caller, UUID form) {
        return forms.plan(forms.line(caller, form));
    }

    private static List<FormField> fields(FormPlan plan) {
        return plan.form().list().stream()
                .map(code -> plan.form().field(code).orElseThrow())
                .toList();
    }

    private static RecordList.Listed listed(Caller caller, UUID form, FormPlan plan) {
        var sortable = new HashMap<String, Boolean>();
        fields(plan).stream()
                .filter(field -> !field.access().isGuarded())
                .forEach(field -> sortable.put(field.code(), FormCompiler.isNumeric(field)));
        return new RecordList.Listed(form, caller.nodes(), sortable);
    }

    private static RecordFilter filter(FormPlan plan, Asked asked) {
        var wheres = new ArrayList<RecordFilter.Where>();
        for (String where : asked.where().stream().limit(MOST_WHERES).toList()) {
            wheres.add(where(plan, where));
        }
        String state = asked.state();
        return new RecordFilter(asked.text(), state == null || state.isEmpty() ? null : state, wheres);
    }

    private static RecordFilter.Where where(FormPlan plan, String told) {
        String[] parts = told.split(":", 3);
        FormField field = parts.length < 3
                ? null
                : fields(plan).stream()
                        .filter(one ->
                                one.code().equals(parts[0]) && !one.access().isGuarded())
                        .findFirst()
                        .orElse(null);
        if (field == null || !parts[1].matches("is|has|from|to")) {
            throw Refusal.of(Code.MALFORMED_REQUEST, Reason.field("where", "unknown-column"));
        }
        boolean numeric = FormCompiler.isNumeric(field);
        if (numeric && !isNumber(parts[2])) {
            throw Refusal.of(Code.MALFORMED_REQUEST, Reason.field("where", "wrong-form"));
        }
        return new RecordFilter.Where(
                field.code(), numeric, RecordFilter.How.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,15}([.][0-9]{1,6})?") && new BigDecimal(text).scale() <= 6;
    }

    /** Names are asked for all lines at once. */
    private List<RecordLine> lines(Caller caller, FormPlan plan, List<StoredRecord> some) {
        List<Map<String, Object>> values =
                some.stream().map(one -> visible(caller, plan, one)).toList();
        List<Map<String, String>> names = references.names(caller, plan.form(), values);
        return IntStream.range(0, some.size())
                .mapToObj(place -> line(some.get(place), values.get(place), names.get(place)))
                .toList();
    }

    private Map<String, Object> visible(Caller caller, FormPlan plan, StoredRecord one) {
        Set<String> roles = sight.roles(caller, one.node().id());
        var values = new TreeMap<String, Object>();
        for (FormField field : fields(plan)) {
            Object value = field.kind() == FieldKind.SERIAL
                    ? one.number()
                    : one.values().get(field.code());
            if (value != null && field.access().shows(roles)) {
                values.put(field.code(), field.access().reveals(roles) ? value : RecordView.MASK);
            }
        }
        return values;
    }

    private static RecordLine line(StoredRecord one, Map<String, Object> values, Map<String, String> names) {
        return new RecordLine(
                one.id(),
                one.number(),
                one.title(),
                one.node(),
                one.state(),
                one.changedBy(),
                one.changedAt(),
                values,
                names);
    }
}
