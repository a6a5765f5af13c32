package xindang.customerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.customerfile.store.CustomerMerge;
import xindang.identity.Node;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;

/**
 * Tells each file what a list of customers changed of it (批量变更留痕), with the names people read; what the list told of its phones
 * stays masked. Some files at a time, within the transaction of the import.
 */
@Component
class ListTrail {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String CODE = "code";

    /** Fields as {@code customerfile_change} keeps them that are texts. */
    private static final List<String> TEXTS = List.of("name", CODE, "address", "industry", "region", "kind");

    private final CustomerMerge merge;
    private final Organisation organisation;
    private final Trail trail;
    private final JsonMapper json;

    ListTrail(CustomerMerge merge, Organisation organisation, Trail trail, JsonMapper json) {
        this.merge = merge;
        this.organisation = organisation;
        this.trail = trail;
        this.json = json;
    }

    /** Records what an import has changed. */
    void brought(Caller by, UUID importId) {
        record(by, importId, false);
    }

    /** Records that what an import changed is about to be taken back. */
    void takenBack(Caller by, UUID importId) {
        record(by, importId, true);
    }

    private void record(Caller by, UUID importId, boolean back) {
        var names = new Names();
        UUID behind = FIRST;
        for (List<CustomerMerge.Changed> some = merge.changed(importId, behind);
                !some.isEmpty();
                some = merge.changed(importId, behind)) {
            Act[] acts = some.stream()
                    .map(one -> Act.of(one.company(), "customerfile.change", "customer", one.file(), one.name())
                            .with(names.changes(
                                    one.company(),
                                    back ? one.after() : one.before(),
                                    back ? one.before() : one.after()))
                            .basedOn(Map.of(back ? "undone" : "import", importId.toString())))
                    .toArray(Act[]::new);
            trail.recordByJob(by.id(), by.name(), acts);
            behind = some.getLast().file();
        }
    }

    /** Names of departments and people, each asked for once. */
    private final class Names {

        private final Map<UUID, String> known = new HashMap<>();

        List<Change> changes(UUID company, String from, String to) {
            JsonNode before = json.readTree(from);
            JsonNode after = json.readTree(to);
            var changes = new ArrayList<Change>();
            TEXTS.forEach(kept ->
                    add(changes, kept.equals(CODE) ? "creditCode" : kept, text(before, kept), text(after, kept)));
            add(changes, "department", department(before, company), department(after, company));
            add(changes, "keeper", person(before, "keeper"), person(after, "keeper"));
            add(changes, "deputyKeeper", person(before, "deputyKeeper"), person(after, "deputyKeeper"));
            if (!before.path("contacts").equals(after.path("contacts"))) {
                changes.add(new Change("contacts", contacts(before), contacts(after)));
            }
            return changes;
        }

        private static void add(List<Change> changes, String field, @Nullable String before, @Nullable String after) {
            if (!Objects.equals(before, after)) {
                changes.add(new Change(field, before, after));
            }
        }

        private static @Nullable String text(JsonNode file, String field) {
            JsonNode value = file.path(field);
            return value.isString() ? value.asString() : null;
        }

        /** A file of no department belongs to the company itself. */
        private String department(JsonNode file, UUID company) {
            String id = text(file, "department");
            return known.computeIfAbsent(
                    id == null ? company : UUID.fromString(id),
                    node -> organisation.subtree(node).stream()
                            .findFirst()
                            .map(Node::name)
                            .orElse(node.toString()));
        }

        private @Nullable String person(JsonNode file, String field) {
            String id = text(file, field);
            return id == null
                    ? null
                    : known.computeIfAbsent(
                            UUID.fromString(id),
                            user -> organisation
                                    .user(user)
                                    .map(found -> found.name() + " (" + found.login() + ")")
                                    .orElse(user.toString()));
        }

        private static @Nullable String contacts(JsonNode file) {
            String people = file.path("contacts")
                    .valueStream()
                    .map(one -> one.path("name").asString("") + " "
                            + PersonalData.phone(one.path("phone").asString("")))
                    .collect(Collectors.joining(", "));
            return people.isEmpty() ? null : people;
        }
    }
}
