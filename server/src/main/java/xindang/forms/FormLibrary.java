package xindang.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.format.FormFile;
import xindang.format.form.FormDefinition;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/**
 * Forms that come with the program (表单模板库): looked at, then installed as a draft that the house changes, checks and publishes like its own.
 * Each is a file of {@code library}, named in {@code index.txt}.
 */
@Service
public class FormLibrary {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final FormDesign design;
    private final List<Entry> entries;

    FormLibrary(FormDesign design, JsonMapper json) {
        this.design = design;
        entries = text("index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(code -> entry(json, code))
                .toList();
    }

    /**
     * A template.
     *
     * @param code short name
     * @param subject what a record belongs to: nothing, {@code customer} or {@code customer-fields}
     * @param form definition
     * @param definition the same as JSON
     */
    public record Entry(String code, String subject, FormDefinition form, String definition) {}

    /** All templates. */
    public List<Entry> all() {
        return entries;
    }

    /** A template. */
    public Optional<Entry> find(String code) {
        return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /**
     * Installs a template as the first draft of a form.
     *
     * @throws Refusal 404 without such a template, 409 if the node has a form of this code, 422 for a node out of reach
     */
    @Transactional
    public Forms.Whole install(Caller caller, String code, UUID node) {
        Entry entry = find(code).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        return design.create(caller, new FormDesign.NewForm(node, code, entry.subject(), entry.definition()));
    }

    private static Entry entry(JsonMapper json, String code) {
        Map<String, Object> file = json.readValue(text(code + ".json"), MEMBERS);
        String definition = json.writeValueAsString(file.get("definition"));
        return new Entry(
                code,
                String.valueOf(file.get("subject")),
                FormFile.read(code, definition.getBytes(StandardCharsets.UTF_8)).form(),
                definition);
    }

    private static String text(String name) {
        try (InputStream in = FormLibrary.class.getResourceAsStream("library/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the library has no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
