package xindang.document.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import xindang.library.LibraryEntry;
import xindang.library.LibraryInstallation;
import xindang.library.LibraryKind;
import xindang.library.Shelf;
import xindang.library.ShelfFiles;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Templates of letters that come with the program (函件模板库): of use as soon as they are installed. A house may have one in Chinese and in
 * English; the English one has a code of its own.
 */
@Component
class LetterShelf implements Shelf {

    private final LetterTemplates templates;
    private final LetterFields fields;
    private final ShelfFiles<Kept> files;

    LetterShelf(LetterTemplates templates, LetterFields fields, JsonMapper json) {
        this.templates = templates;
        this.fields = fields;
        files = new ShelfFiles<>(LetterShelf.class, json, LetterShelf::kept);
    }

    /** A letter of the library, in both languages. */
    record Kept(LibraryEntry entry, String zh, String en) {

        /** What it says in a language. */
        String in(String language) {
            return language.equals("en") ? en : zh;
        }
    }

    private static Kept kept(Map<String, Object> members) {
        return new Kept(
                new LibraryEntry(
                        LibraryKind.LETTER,
                        String.valueOf(members.get("code")),
                        ShelfFiles.group(members),
                        ShelfFiles.label(members.get("name")),
                        ShelfFiles.label(members.get("about"))),
                lines(Objects.requireNonNull(members.get("zh"))),
                lines(Objects.requireNonNull(members.get("en"))));
    }

    private static String lines(Object told) {
        return ((List<?>) told).stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    /** All letters, by their codes. */
    Map<String, Kept> all() {
        return files.all();
    }

    @Override
    public LibraryKind kind() {
        return LibraryKind.LETTER;
    }

    @Override
    public String right() {
        return "document.template";
    }

    @Override
    public List<LibraryEntry> entries() {
        return files.all().values().stream().map(Kept::entry).toList();
    }

    @Override
    public Map<String, Object> content(String code) {
        Kept kept = files.of(code);
        return Map.of("zh", kept.zh(), "en", kept.en(), "fields", names());
    }

    /** What the fields are called that templates name, those of rows among them. */
    private Map<String, Map<String, String>> names() {
        var names = new LinkedHashMap<String, Map<String, String>>();
        fields.allLists().forEach(list -> list.fields().forEach(field -> names.put(field.code(), name(field))));
        fields.all().forEach(field -> names.put(field.code(), name(field)));
        return names;
    }

    private static Map<String, String> name(LetterField field) {
        return Map.of("zh", field.zh(), "en", field.en());
    }

    @Override
    public LibraryInstallation install(Caller caller, UUID node, String code, String language) {
        Kept kept = files.of(code);
        String own = language.equals("en") ? code + "-en" : code;
        LetterTemplate made = templates
                .addUnlessTaken(
                        caller,
                        node,
                        new LetterTemplates.Draft(own, kept.entry().name().in(language), language, kept.in(language)))
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("code", "taken")));
        return new LibraryInstallation(
                LibraryKind.LETTER.code(),
                made.id(),
                made.code(),
                made.name(),
                "/settings/letters?template=" + made.id());
    }
}
