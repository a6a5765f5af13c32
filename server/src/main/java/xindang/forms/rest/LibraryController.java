package xindang.forms.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.forms.FormLibrary;
import xindang.forms.FormLine;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;

/** Forms that come with the program (表单模板库). */
@RestController
@RequestMapping("/api/v1/forms/library")
class LibraryController {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final FormLibrary library;
    private final JsonMapper json;

    LibraryController(FormLibrary library, JsonMapper json) {
        this.library = library;
        this.json = json;
    }

    /**
     * A template.
     *
     * @param subject what a record belongs to: nothing, {@code customer} or {@code customer-fields}
     * @param definition what it says
     */
    record FormTemplate(String code, String subject, Map<String, Object> definition) {}

    record FormTemplateList(List<FormTemplate> items) {}

    record InstalledAt(@NotNull UUID node) {}

    @GetMapping
    @Right(value = "forms.read", scope = Scope.INSTALLATION)
    FormTemplateList all() {
        return new FormTemplateList(library.all().stream()
                .map(entry ->
                        new FormTemplate(entry.code(), entry.subject(), json.readValue(entry.definition(), MEMBERS)))
                .toList());
    }

    @PostMapping("/{code}/install")
    @Right(value = "forms.design", scope = Scope.NODES)
    ResponseEntity<FormLine> install(@PathVariable String code, @Valid @RequestBody InstalledAt at, Caller caller) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(library.install(caller, code, at.node()).form());
    }
}
