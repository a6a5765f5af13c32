package xindang.library.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.library.Library;
import xindang.library.LibraryEntry;
import xindang.library.LibraryInstallation;
import xindang.library.LibraryKind;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Templates that come with the program (模板库). What they say is no secret of anybody; installing takes the right to make what comes of them,
 * so it has an address for each kind.
 */
@RestController
@RequestMapping("/api/v1/library/templates")
class LibraryController {

    private final Library library;

    LibraryController(Library library) {
        this.library = library;
    }

    /**
     * A template in the list.
     *
     * @param kind {@code form}, {@code flow} or {@code letter}
     * @param code short name, unique within its kind
     * @param group what it is for, such as {@code collection}
     * @param right right that installing takes
     */
    record LibraryLine(
            String kind,
            String code,
            String group,
            String nameZh,
            String nameEn,
            String aboutZh,
            String aboutEn,
            String right) {}

    record LibraryList(List<LibraryLine> items) {}

    /**
     * A template as a whole.
     *
     * @param content what it says, in both languages: subject and definition of a form, the definition of a flow, or the texts of a letter with
     *     the names of its fields
     */
    record LibraryTemplate(LibraryLine template, Map<String, Object> content) {}

    /**
     * Where a template is to be installed.
     *
     * @param language language of what is told in one only; the caller's own where none is said
     */
    record LibraryPlace(
            @NotNull UUID node,
            @Nullable @Pattern(regexp = "zh|en") String language) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.INSTALLATION)
    LibraryList all(@RequestParam(required = false) @Nullable String kind) {
        if (kind != null && LibraryKind.named(kind).isEmpty()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("kind", "unknown"));
        }
        return new LibraryList(library.all().stream()
                .filter(entry -> kind == null || entry.kind().code().equals(kind))
                .map(this::line)
                .toList());
    }

    @GetMapping("/{kind}/{code}")
    @Right(value = Right.SIGNED_IN, scope = Scope.INSTALLATION)
    LibraryTemplate one(@PathVariable String kind, @PathVariable String code) {
        LibraryKind known = LibraryKind.named(kind).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        LibraryEntry entry = library.find(known, code);
        return new LibraryTemplate(line(entry), library.content(entry));
    }

    @PostMapping("/form/{code}/installation")
    @Right(value = "forms.design", scope = Scope.NODES)
    ResponseEntity<LibraryInstallation> form(
            @PathVariable String code, @Valid @RequestBody LibraryPlace place, Caller caller) {
        return install(LibraryKind.FORM, code, place, caller);
    }

    @PostMapping("/flow/{code}/installation")
    @Right(value = "workflow.design", scope = Scope.NODES)
    ResponseEntity<LibraryInstallation> flow(
            @PathVariable String code, @Valid @RequestBody LibraryPlace place, Caller caller) {
        return install(LibraryKind.FLOW, code, place, caller);
    }

    @PostMapping("/letter/{code}/installation")
    @Right(value = "document.template", scope = Scope.NODES)
    ResponseEntity<LibraryInstallation> letter(
            @PathVariable String code, @Valid @RequestBody LibraryPlace place, Caller caller) {
        return install(LibraryKind.LETTER, code, place, caller);
    }

    private ResponseEntity<LibraryInstallation> install(
            LibraryKind kind, String code, LibraryPlace place, Caller caller) {
        String language = place.language() == null ? caller.language() : place.language();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(library.install(caller, kind, code, place.node(), language));
    }

    private LibraryLine line(LibraryEntry entry) {
        return new LibraryLine(
                entry.kind().code(),
                entry.code(),
                entry.group().code(),
                entry.name().zh(),
                entry.name().en(),
                entry.about().zh(),
                entry.about().en(),
                library.shelf(entry.kind()).right());
    }
}
