package xindang.library;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/** All templates that come with the program (模板库), whatever their kind. */
@Service
public class Library {

    private final Map<LibraryKind, Shelf> shelves = new EnumMap<>(LibraryKind.class);
    private final Organisation organisation;

    Library(List<Shelf> shelves, Organisation organisation) {
        this.organisation = organisation;
        shelves.forEach(shelf -> {
            if (this.shelves.put(shelf.kind(), shelf) != null) {
                throw new IllegalStateException("two shelves of kind " + shelf.kind());
            }
        });
        if (this.shelves.size() < LibraryKind.values().length) {
            throw new IllegalStateException("a kind has no shelf: " + Arrays.toString(LibraryKind.values()));
        }
    }

    /** The shelf of a kind. */
    public Shelf shelf(LibraryKind kind) {
        return Objects.requireNonNull(shelves.get(kind));
    }

    /** Everything on all shelves, kind after kind. */
    public List<LibraryEntry> all() {
        return shelves.values().stream()
                .flatMap(shelf -> shelf.entries().stream())
                .toList();
    }

    /**
     * A template.
     *
     * @throws Refusal 404 without such a template
     */
    public LibraryEntry find(LibraryKind kind, String code) {
        return shelf(kind).entries().stream()
                .filter(entry -> entry.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** What a template says, in both languages. */
    public Map<String, Object> content(LibraryEntry entry) {
        return shelf(entry.kind()).content(entry.code());
    }

    /**
     * Installs a template at a node: as a draft where its kind has drafts, of use at once otherwise.
     *
     * @param caller narrowed to where he has the right of the shelf
     * @param language {@code zh} or {@code en}
     * @throws Refusal 404 without such a template, 409 if the node has something of its code, 422 for a node out of reach
     */
    @Transactional
    public LibraryInstallation install(Caller caller, LibraryKind kind, String code, UUID node, String language) {
        LibraryEntry entry = find(kind, code);
        if (!caller.reaches(node) || !organisation.isOpen(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        return shelf(kind).install(caller, node, entry.code(), language);
    }
}
