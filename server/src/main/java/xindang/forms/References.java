package xindang.forms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import xindang.format.form.FieldKind;
import xindang.format.form.FormDefinition;
import xindang.format.form.FormField;
import xindang.forms.store.RecordStore;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.platform.access.Caller;

/** People, nodes, customer files and records that values name by their ids (引用): whether they may be named, and how they are called. */
@Component
class References {

    private final Organisation organisation;
    private final SubjectFiles files;
    private final RecordStore records;

    References(Organisation organisation, SubjectFiles files, RecordStore records) {
        this.organisation = organisation;
        this.files = files;
        this.records = records;
    }

    /** What is named newly and out of the person's reach, or not there at all. */
    List<Filling.Problem> unknown(Caller caller, FormDefinition form, Map<String, ?> before, Map<String, ?> values) {
        var known = new LinkedHashSet<String>();
        each(form, before, (place, one) -> known.add(one.id().toString()));
        var problems = new ArrayList<Filling.Problem>();
        each(form, values, (place, one) -> {
            if (!known.contains(one.id().toString())
                    && name(caller, one.field(), one.id()).isEmpty()) {
                problems.add(new Filling.Problem(place, "unknown", ""));
            }
        });
        return problems;
    }

    /** Customer files that values name. */
    Set<UUID> customers(FormDefinition form, Map<String, ?> values, @Nullable UUID subject) {
        var customers = new LinkedHashSet<UUID>();
        if (subject != null) {
            customers.add(subject);
        }
        each(form, values, (place, one) -> {
            if (one.field().kind() == FieldKind.CUSTOMER) {
                customers.add(one.id());
            }
        });
        return customers;
    }

    /** How what values name is called, as far as the reader may know. */
    Map<String, String> names(Caller caller, FormDefinition form, Map<String, ?> values) {
        return names(caller, form, List.of(values)).getFirst();
    }

    /** The same for some records at once: for each the names of what its own values name. */
    List<Map<String, String>> names(Caller caller, FormDefinition form, List<? extends Map<String, ?>> records) {
        var ids = new EnumMap<FieldKind, Set<UUID>>(FieldKind.class);
        records.forEach(values -> each(
                form,
                values,
                (_, one) -> ids.computeIfAbsent(one.field().kind(), _ -> new LinkedHashSet<>())
                        .add(one.id())));
        var known = new HashMap<UUID, String>();
        known.putAll(organisation.userNames(ids.getOrDefault(FieldKind.MEMBER, Set.of())));
        known.putAll(organisation.nodeNames(ids.getOrDefault(FieldKind.DEPARTMENT, Set.of())));
        known.putAll(files.names(caller, ids.getOrDefault(FieldKind.CUSTOMER, Set.of())));
        Map<UUID, StoredRecord> linked = this.records.find(ids.getOrDefault(FieldKind.LINK, Set.of()));
        return records.stream()
                .map(values -> own(
                        form,
                        values,
                        one -> one.field().kind() == FieldKind.LINK
                                ? linkedName(caller, one.field(), Optional.ofNullable(linked.get(one.id())))
                                : Optional.ofNullable(known.get(one.id()))))
                .toList();
    }

    private static Map<String, String> own(
            FormDefinition form, Map<String, ?> values, Function<Named, Optional<String>> name) {
        var names = new TreeMap<String, String>();
        each(
                form,
                values,
                (_, one) -> name.apply(one).ifPresent(text -> names.put(one.id().toString(), text)));
        return names;
    }

    private static Optional<String> linkedName(Caller caller, FormField field, Optional<StoredRecord> record) {
        return record.filter(one -> one.form().toString().equals(field.form())
                        && caller.reaches(one.node().id()))
                .map(StoredRecord::name);
    }

    private record Named(FormField field, UUID id) {}

    private static void each(FormDefinition form, Map<String, ?> values, BiConsumer<String, Named> found) {
        for (FormField field : form.fields()) {
            Object value = values.get(field.code());
            if (field.kind().isReference() && value instanceof String text) {
                id(text).ifPresent(id -> found.accept(field.code(), new Named(field, id)));
            } else if (field.kind() == FieldKind.TABLE && value instanceof List<?> rows) {
                for (int i = 0; i < rows.size(); i++) {
                    for (FormField column : field.columns()) {
                        String place = field.code() + "." + i + "." + column.code();
                        if (column.kind().isReference()
                                && rows.get(i) instanceof Map<?, ?> row
                                && row.get(column.code()) instanceof String text) {
                            id(text).ifPresent(id -> found.accept(place, new Named(column, id)));
                        }
                    }
                }
            }
        }
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** The name of what a person may name; nothing for what he does not reach. */
    private Optional<String> name(Caller caller, FormField field, UUID id) {
        return switch (field.kind()) {
            case MEMBER ->
                organisation
                        .user(id)
                        .filter(user -> user.active() && near(caller, user.node()))
                        .map(User::name);
            case DEPARTMENT ->
                near(caller, id)
                        ? Optional.ofNullable(
                                organisation.nodeNames(List.of(id)).get(id))
                        : Optional.empty();
            case CUSTOMER ->
                files.find(caller, id).filter(SubjectFiles.Subject::open).map(SubjectFiles.Subject::name);
            case LINK -> linkedName(caller, field, records.find(id));
            default -> Optional.empty();
        };
    }

    /** Within reach, or above the node somebody works from. */
    private boolean near(Caller caller, UUID node) {
        return caller.reaches(node) || organisation.above(caller.node()).contains(node);
    }
}
