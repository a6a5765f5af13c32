package xindang.forms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import xindang.format.FormFile;
import xindang.format.form.FormDefinition;
import xindang.library.LibraryEntry;
import xindang.library.LibraryGroup;
import xindang.library.LibraryInstallation;
import xindang.library.LibraryKind;
import xindang.library.Shelf;
import xindang.library.ShelfFiles;
import xindang.platform.access.Caller;

/** Forms that come with the program (表单模板): installed as a draft that the house changes, checks and publishes like its own. */
@Component
class FormShelf implements Shelf {

    private final FormDesign design;
    private final ShelfFiles<Kept> files;

    FormShelf(FormDesign design, JsonMapper json) {
        this.design = design;
        files = new ShelfFiles<>(FormShelf.class, json, members -> kept(json, members));
    }

    /**
     * A form of the library.
     *
     * @param subject what a record belongs to: nothing, {@code customer} or {@code customer-fields}
     * @param definition its definition as JSON
     */
    record Kept(
            LibraryGroup group, String subject, FormDefinition form, String definition, Map<String, Object> content) {}

    private static Kept kept(JsonMapper json, Map<String, Object> members) {
        String definition = json.writeValueAsString(members.get("definition"));
        FormDefinition form = FormFile.read(
                        String.valueOf(members.get("code")), definition.getBytes(StandardCharsets.UTF_8))
                .form();
        String subject = String.valueOf(members.get("subject"));
        return new Kept(
                ShelfFiles.group(members),
                subject,
                form,
                definition,
                Map.of("subject", subject, "definition", Objects.requireNonNull(members.get("definition"))));
    }

    /** All forms, by their codes. */
    Map<String, Kept> all() {
        return files.all();
    }

    @Override
    public LibraryKind kind() {
        return LibraryKind.FORM;
    }

    @Override
    public String right() {
        return "forms.design";
    }

    @Override
    public List<LibraryEntry> entries() {
        return files.all().entrySet().stream()
                .map(one -> new LibraryEntry(
                        LibraryKind.FORM,
                        one.getKey(),
                        one.getValue().group(),
                        one.getValue().form().label(),
                        Objects.requireNonNull(one.getValue().form().about())))
                .toList();
    }

    @Override
    public Map<String, Object> content(String code) {
        return files.of(code).content();
    }

    @Override
    public LibraryInstallation install(Caller caller, UUID node, String code, String language) {
        Kept kept = files.of(code);
        FormLine made = design.create(caller, new FormDesign.NewForm(node, code, kept.subject(), kept.definition()))
                .form();
        return new LibraryInstallation(
                LibraryKind.FORM.code(), made.id(), made.code(), made.label(language), "/settings/forms/" + made.id());
    }
}
