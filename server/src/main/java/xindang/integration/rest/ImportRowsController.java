package xindang.integration.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.integration.FaultyRow;
import xindang.integration.ImportFile;
import xindang.integration.Imports;
import xindang.integration.Sheets;
import xindang.integration.store.FaultStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/** Rows of an import that need a look, and workbooks to work on (导入行接口). */
@RestController
@RequestMapping("/api/v1/integration")
class ImportRowsController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Imports imports;
    private final FaultStore faults;

    ImportRowsController(Imports imports, FaultStore faults) {
        this.imports = imports;
        this.faults = faults;
    }

    record Correction(@NotNull Map<Integer, @NotNull @Size(max = 32_767) String> cells) {}

    @GetMapping("/imports/{id}/rows")
    @Right(value = "integration.read", scope = Scope.NODES)
    Page<FaultyRow> rows(
            @PathVariable UUID id,
            @RequestParam(required = false) @Pattern(regexp = "error|warning|good") @Nullable String state,
            @Valid PageQuery page,
            Caller caller) {
        imports.find(caller, id);
        return faults.page(id, state, page);
    }

    @PatchMapping("/imports/{id}/rows/{line}")
    @Right(value = "integration.import", scope = Scope.NODES)
    FaultyRow correct(
            @PathVariable UUID id, @PathVariable int line, @Valid @RequestBody Correction correction, Caller caller) {
        return imports.correct(caller, id, line, correction.cells());
    }

    @GetMapping("/imports/{id}/errors.xlsx")
    @Right(value = "integration.read", scope = Scope.NODES)
    ResponseEntity<byte[]> errors(@PathVariable UUID id, Caller caller) throws IOException {
        ImportFile file = imports.find(caller, id);
        return workbook("errors.xlsx", Sheets.errors(file.look().headers(), faults.all(id)));
    }

    @GetMapping("/templates/{kind}.xlsx")
    @Right(value = "integration.read", scope = Scope.INSTALLATION)
    ResponseEntity<byte[]> template(@PathVariable String kind) throws IOException {
        return workbook(kind + ".xlsx", Sheets.template(imports.kind(kind).key()));
    }

    private static ResponseEntity<byte[]> workbook(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
