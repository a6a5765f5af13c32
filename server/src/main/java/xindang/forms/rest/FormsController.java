package xindang.forms.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.forms.FormDesign;
import xindang.forms.FormFinding;
import xindang.forms.FormLine;
import xindang.forms.FormVersion;
import xindang.forms.Forms;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Version;

/** Forms and their versions (表单设计与发布). */
@RestController
@RequestMapping("/api/v1/forms/forms")
class FormsController {

    private static final String DRAWS = "forms.design";
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final Forms forms;
    private final FormDesign design;
    private final JsonMapper json;

    FormsController(Forms forms, FormDesign design, JsonMapper json) {
        this.forms = forms;
        this.design = design;
        this.json = json;
    }

    record FormList(List<FormLine> items) {}

    /**
     * A new form.
     *
     * @param code short name, unique at its node
     * @param subject what a record belongs to: nothing, {@code customer}, or the own fields of a customer
     * @param definition its first draft, by the schema of forms
     */
    record NewFormBody(
            @NotNull UUID node,

            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}")
            String code,

            @NotNull @Pattern(regexp = "none|customer|customer-fields")
            String subject,

            @NotNull @Size(max = 12) Map<String, @Nullable Object> definition) {}

    /** What a draft is to say. */
    record FormDefinitionBody(@NotNull @Size(max = 12) Map<String, @Nullable Object> definition) {}

    /**
     * A decision about a draft.
     *
     * @param exception why an author himself decides, where the house allows that
     */
    record FormDecision(
            @NotNull @Pattern(regexp = "published|returned") String decision,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 500) String exception) {}

    record FormFindingList(List<FormFinding> items) {}

    /**
     * A form as a whole.
     *
     * @param definition what its published version says; null before the first
     * @param draft what its open draft says; null without one
     */
    record FormWhole(
            FormLine form,
            @Nullable Map<String, Object> definition,
            @Nullable Map<String, Object> draft,
            List<FormVersion> versions) {}

    record FormDefinitionView(int number, Map<String, Object> definition) {}

    @GetMapping
    @Right(value = "forms.read", scope = Scope.NODES)
    FormList list(Caller caller) {
        return new FormList(forms.all(caller));
    }

    @GetMapping("/{id}")
    @Right(value = "forms.read", scope = Scope.NODES)
    ResponseEntity<FormWhole> one(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, forms.find(caller, id));
    }

    @GetMapping("/{id}/versions/{number}")
    @Right(value = "forms.read", scope = Scope.NODES)
    FormDefinitionView version(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        return new FormDefinitionView(number, members(forms.definition(caller, id, number)));
    }

    @PostMapping
    @Right(value = DRAWS, scope = Scope.NODES)
    ResponseEntity<FormWhole> create(@Valid @RequestBody NewFormBody wanted, Caller caller) {
        return answer(
                HttpStatus.CREATED,
                design.create(
                        caller,
                        new FormDesign.NewForm(
                                wanted.node(), wanted.code(), wanted.subject(), text(wanted.definition()))));
    }

    @PostMapping("/{id}/draft")
    @Right(value = DRAWS, scope = Scope.NODES)
    ResponseEntity<FormWhole> start(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.CREATED, design.startDraft(caller, id));
    }

    @PutMapping("/{id}/draft")
    @Right(value = DRAWS, scope = Scope.NODES)
    ResponseEntity<FormWhole> save(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody FormDefinitionBody body,
            Caller caller) {
        return answer(HttpStatus.OK, design.save(caller, id, Version.required(ifMatch), text(body.definition())));
    }

    @PostMapping("/{id}/draft/check")
    @Right(value = DRAWS, scope = Scope.NODES)
    FormFindingList check(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return new FormFindingList(design.check(caller, id, Version.required(ifMatch)));
    }

    @PostMapping("/{id}/draft/decide")
    @Right(value = "forms.approve", scope = Scope.NODES)
    ResponseEntity<FormWhole> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody FormDecision decision,
            Caller caller) {
        var told = new FormDesign.Decision(
                decision.decision().equals("published"), decision.reason().strip(), decision.exception());
        return answer(HttpStatus.OK, design.decide(caller, id, Version.required(ifMatch), told));
    }

    @DeleteMapping("/{id}/draft")
    @Right(value = DRAWS, scope = Scope.NODES)
    ResponseEntity<Void> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        design.withdraw(caller, id, Version.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private String text(Map<String, @Nullable Object> definition) {
        return json.writeValueAsString(definition);
    }

    private Map<String, Object> members(String definition) {
        return json.readValue(definition, MEMBERS);
    }

    private ResponseEntity<FormWhole> answer(HttpStatus status, Forms.Whole whole) {
        FormVersion open = whole.open();
        String definition = whole.definition();
        String draft = whole.draft();
        return ResponseEntity.status(status)
                .eTag(Version.etag(open == null ? 0 : open.revision()))
                .body(new FormWhole(
                        whole.form(),
                        definition == null ? null : members(definition),
                        draft == null ? null : members(draft),
                        whole.versions()));
    }
}
