package xindang.integration.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import xindang.integration.ImportFile;
import xindang.integration.Imports;
import xindang.integration.Mapping;
import xindang.integration.store.ImportStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.jobs.Job;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/** Imports of files and their steps (导入接口). */
@RestController
@RequestMapping("/api/v1/integration/imports")
class ImportsController {

    private final Imports imports;
    private final ImportStore store;

    ImportsController(Imports imports, ImportStore store) {
        this.imports = imports;
        this.store = store;
    }

    record ChosenMapping(
            @NotNull Map<String, @NotNull Integer> columns,

            @Pattern(regexp = "day/month/year|month/day/year") @Nullable
            String dateOrder,

            @Pattern(regexp = "[A-Z]{3}") @Nullable String currency,
            @Nullable @Size(max = 20) String unit) {}

    record Confirmation(
            @NotNull @Pattern(regexp = "good|all-or-nothing")
            String mode) {}

    @GetMapping
    @Right(value = "integration.read", scope = Scope.NODES)
    Page<ImportView> list(@Valid PageQuery page, Caller caller) {
        return store.page(caller.nodes(), page).map(this::view);
    }

    @GetMapping("/{id}")
    @Right(value = "integration.read", scope = Scope.NODES)
    ImportView one(@PathVariable UUID id, Caller caller) {
        return view(imports.find(caller, id));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Right(value = "integration.import", scope = Scope.NODES)
    ResponseEntity<ImportView> upload(
            @RequestParam String kind, @RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = file.getOriginalFilename();
            return created(imports.upload(caller, kind, name == null ? "" : name, content));
        }
    }

    @PostMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
    @Right(value = "integration.import", scope = Scope.NODES)
    ResponseEntity<ImportView> paste(@RequestParam String kind, @RequestBody InputStreamResource text, Caller caller)
            throws IOException {
        try (InputStream content = text.getInputStream()) {
            return created(imports.upload(caller, kind, kind + ".txt", content));
        }
    }

    private ResponseEntity<ImportView> created(ImportFile file) {
        return ResponseEntity.status(HttpStatus.CREATED).body(view(file));
    }

    @PutMapping("/{id}/mapping")
    @Right(value = "integration.import", scope = Scope.NODES)
    ImportView map(@PathVariable UUID id, @Valid @RequestBody ChosenMapping chosen, Caller caller) {
        var mapping = new Mapping(chosen.columns(), chosen.dateOrder(), chosen.currency(), chosen.unit());
        return view(imports.map(caller, id, mapping));
    }

    @PostMapping("/{id}/check")
    @Right(value = "integration.import", scope = Scope.NODES)
    ResponseEntity<Job> check(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.accepted().body(imports.check(caller, id));
    }

    @PostMapping("/{id}/confirm")
    @Right(value = "integration.import", scope = Scope.NODES)
    ResponseEntity<Job> confirm(@PathVariable UUID id, @Valid @RequestBody Confirmation how, Caller caller) {
        return ResponseEntity.accepted()
                .body(imports.confirm(caller, id, how.mode().equals("all-or-nothing")));
    }

    @PostMapping("/{id}/undo")
    @Right(value = "integration.import", scope = Scope.NODES)
    ResponseEntity<Job> undo(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.accepted().body(imports.undo(caller, id));
    }

    private ImportView view(ImportFile file) {
        return ImportView.of(file, imports.kind(file.kind()).fields(), imports.undoUntil(file));
    }
}
