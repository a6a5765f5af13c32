package xindang.document.letter.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.document.letter.LetterField;
import xindang.document.letter.LetterFields;
import xindang.document.letter.LetterList;
import xindang.document.letter.LetterTemplate;
import xindang.document.letter.LetterTemplates;
import xindang.document.letter.Letters;
import xindang.document.letter.store.TemplateStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.print.letter.Pdf;
import xindang.platform.rest.Version;

/** Templates of letters (函件模板). */
@RestController
@RequestMapping("/api/v1/document/letter-templates")
class LetterTemplatesController {

    private final LetterTemplates templates;
    private final LetterFields fields;
    private final Letters letters;

    LetterTemplatesController(LetterTemplates templates, LetterFields fields, Letters letters) {
        this.templates = templates;
        this.fields = fields;
        this.letters = letters;
    }

    /** A template as somebody writes it. */
    record NewLetterTemplate(
            @NotNull UUID node,

            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,59}")
            String code,

            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = "zh|en") String language,
            @NotBlank @Size(max = 50_000) String body) {}

    /** Another version of it. */
    record ChangedLetterTemplate(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 50_000) String body,
            boolean retired,
            @NotBlank @Size(max = 500) String reason) {}

    /** A text to be shown as a letter to a file. */
    record LetterPreview(
            @NotNull UUID customer,
            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = "zh|en") String language,
            @NotBlank @Size(max = 50_000) String body) {}

    record LetterTemplateList(List<LetterTemplate> items) {}

    record LetterTemplatePast(List<TemplateStore.TemplateVersion> items) {}

    /** What templates can name. */
    record LetterFieldList(List<LetterField> fields, List<LetterList> lists) {}

    @GetMapping
    @Right(value = "document.letter", scope = Scope.NODES)
    LetterTemplateList all(Caller caller) {
        return new LetterTemplateList(templates.all(caller));
    }

    @GetMapping("/fields")
    @Right(value = "document.letter", scope = Scope.NODES)
    LetterFieldList fields() {
        return new LetterFieldList(fields.all(), fields.allLists());
    }

    @GetMapping("/{id}")
    @Right(value = "document.letter", scope = Scope.NODES)
    ResponseEntity<LetterTemplate> one(@PathVariable UUID id, Caller caller) {
        return answer(templates.find(caller, id));
    }

    @GetMapping("/{id}/versions")
    @Right(value = "document.letter", scope = Scope.NODES)
    LetterTemplatePast past(@PathVariable UUID id, Caller caller) {
        return new LetterTemplatePast(templates.past(caller, id));
    }

    @PostMapping
    @Right(value = "document.template", scope = Scope.NODES)
    ResponseEntity<LetterTemplate> add(@Valid @RequestBody NewLetterTemplate template, Caller caller) {
        LetterTemplate added = templates.add(
                caller,
                template.node(),
                new LetterTemplates.Draft(
                        template.code(), template.name().strip(), template.language(), template.body()));
        return ResponseEntity.created(URI.create("/api/v1/document/letter-templates/" + added.id()))
                .eTag(Version.etag(added.version()))
                .body(added);
    }

    @PutMapping("/{id}")
    @Right(value = "document.template", scope = Scope.NODES)
    ResponseEntity<LetterTemplate> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedLetterTemplate template,
            Caller caller) {
        return answer(templates.change(
                caller,
                id,
                Version.required(ifMatch),
                new LetterTemplates.Changed(
                        template.name().strip(),
                        template.body(),
                        template.retired(),
                        template.reason().strip())));
    }

    @PostMapping("/preview")
    @Right(value = "document.letter", scope = Scope.NODES)
    ResponseEntity<InputStreamResource> preview(@Valid @RequestBody LetterPreview wish, Caller caller)
            throws IOException {
        Pdf pdf = letters.preview(
                caller,
                new LetterTemplates.Draft("preview", wish.name().strip(), wish.language(), wish.body()),
                wish.customer());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .contentLength(pdf.length())
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(pdf.open()));
    }

    private static ResponseEntity<LetterTemplate> answer(LetterTemplate template) {
        return ResponseEntity.ok().eTag(Version.etag(template.version())).body(template);
    }
}
