package xindang.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import xindang.library.LibraryEntry;
import xindang.library.LibraryInstallation;
import xindang.library.LibraryKind;
import xindang.library.Shelf;
import xindang.library.ShelfFiles;
import xindang.platform.access.Caller;

/** Flows that come with the program (流程模板): installed as a draft that the house adapts, checks and publishes like its own. */
@Component
class FlowShelf implements Shelf {

    private final Flows flows;
    private final JsonMapper json;
    private final ShelfFiles<Kept> files;

    FlowShelf(Flows flows, JsonMapper json) {
        this.flows = flows;
        this.json = json;
        files = new ShelfFiles<>(FlowShelf.class, json, FlowShelf::kept);
    }

    /** A flow of the library; every text of its definition is in both languages. */
    record Kept(LibraryEntry entry, Object definition) {}

    private static Kept kept(Map<String, Object> members) {
        return new Kept(
                new LibraryEntry(
                        LibraryKind.FLOW,
                        String.valueOf(members.get("code")),
                        ShelfFiles.group(members),
                        ShelfFiles.label(members.get("name")),
                        ShelfFiles.label(members.get("about"))),
                Objects.requireNonNull(members.get("definition")));
    }

    @Override
    public LibraryKind kind() {
        return LibraryKind.FLOW;
    }

    @Override
    public String right() {
        return "workflow.design";
    }

    @Override
    public List<LibraryEntry> entries() {
        return files.all().values().stream().map(Kept::entry).toList();
    }

    @Override
    public Map<String, Object> content(String code) {
        return Map.of("definition", files.of(code).definition());
    }

    @Override
    public LibraryInstallation install(Caller caller, UUID node, String code, String language) {
        Kept kept = files.of(code);
        String definition = json.writeValueAsString(ShelfFiles.in(language, kept.definition()));
        FlowLine made = flows.make(caller, node, code, kept.entry().name().in(language), definition)
                .flow();
        return new LibraryInstallation(
                LibraryKind.FLOW.code(), made.id(), made.code(), made.name(), "/settings/flows/" + made.id());
    }
}
