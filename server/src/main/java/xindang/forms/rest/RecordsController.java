package xindang.forms.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import xindang.format.form.FormValues;
import xindang.forms.FormRecords;
import xindang.forms.RecordDetail;
import xindang.forms.RecordImports;
import xindang.forms.RecordLine;
import xindang.forms.RecordLists;
import xindang.forms.RecordPrinting;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.export.ListExport;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Records of forms (表单记录). */
@RestController
@RequestMapping("/api/v1/forms")
class RecordsController {

    private static final String READS = "forms.read";
    private static final String WRITES = "forms.write";
    private static final int MOST_FIELDS = 150;

    private final FormRecords records;
    private final RecordLists lists;
    private final RecordImports imports;
    private final RecordPrinting printing;
    private final ListExport export;

    RecordsController(
            FormRecords records, RecordLists lists, RecordImports imports, RecordPrinting printing, ListExport export) {
        this.records = records;
        this.lists = lists;
        this.imports = imports;
        this.printing = printing;
        this.export = export;
    }

    /**
     * What somebody fills in.
     *
     * @param node node it is to belong to; null for the one somebody works from
     * @param customer customer file it is to belong to, where the form belongs to customer files
     * @param values texts, lists of texts, or rows, by field
     */
    record NewRecordBody(
            @Nullable UUID node,
            @Nullable UUID customer,
            @NotNull @Size(max = MOST_FIELDS) Map<String, @Nullable Object> values) {}

    record RecordValues(@NotNull @Size(max = MOST_FIELDS) Map<String, @Nullable Object> values) {}

    /**
     * Values to be tried.
     *
     * @param record record they would change; null for a new one
     * @param fresh whether a new record begins: initial values come in
     */
    record TriedValues(
            @Nullable UUID record,
            @Nullable Boolean fresh,
            @NotNull @Size(max = MOST_FIELDS) Map<String, @Nullable Object> values) {}

    record VoidRecord(@NotBlank @Size(max = 500) String reason) {}

    record CustomerFormList(List<FormRecords.OfCustomer> items) {}

    /**
     * Which records are asked for.
     *
     * @param q part of number or title
     * @param where conditions on listed fields such as {@code amount:from:1000}; {@code is}, {@code has}, {@code from}, {@code to}
     */
    record RecordQuery(
            @Nullable @Size(max = 100) String q,
            @Nullable @Pattern(regexp = "active|void|") String state,
            @Nullable @Size(max = 8) List<@Size(max = 300) String> where) {

        RecordLists.Asked asked() {
            return new RecordLists.Asked(q, state, where == null ? List.of() : where);
        }
    }

    @GetMapping("/forms/{id}/records")
    @Right(value = READS, scope = Scope.NODES)
    Page<RecordLine> list(@PathVariable UUID id, @Valid RecordQuery asked, @Valid PageQuery page, Caller caller) {
        return lists.page(caller, id, asked.asked(), page);
    }

    @GetMapping({"/forms/{id}/records.xlsx", "/forms/{id}/records.csv"})
    @Right(value = READS, scope = Scope.NODES)
    void file(
            @PathVariable UUID id,
            @Valid RecordQuery asked,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var source = RecordColumns.source(lists.columns(caller, id), caller.language());
        export.send(request, response, caller, source, row -> lists.each(caller, id, asked.asked(), page, row));
    }

    @PostMapping("/forms/{id}/records")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<RecordDetail> add(@PathVariable UUID id, @Valid @RequestBody NewRecordBody body, Caller caller) {
        return answer(
                HttpStatus.CREATED,
                records.add(caller, id, new FormRecords.Place(body.node(), body.customer()), given(body.values())));
    }

    @PostMapping("/forms/{id}/try")
    @Right(value = WRITES, scope = Scope.NODES)
    FormRecords.Tried tried(@PathVariable UUID id, @Valid @RequestBody TriedValues body, Caller caller) {
        return records.tried(caller, id, body.record(), given(body.values()), Boolean.TRUE.equals(body.fresh()));
    }

    @PostMapping(path = "/forms/{id}/imports/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Right(value = WRITES, scope = Scope.NODES)
    RecordImports.CheckedRows check(@PathVariable UUID id, @RequestParam("file") MultipartFile file, Caller caller)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return imports.check(caller, id, content);
        }
    }

    @PostMapping(path = "/forms/{id}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Right(value = WRITES, scope = Scope.NODES)
    RecordImports.CheckedRows bring(
            @PathVariable UUID id,
            @RequestParam @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return imports.bring(caller, id, sha256, content);
        }
    }

    @GetMapping("/records")
    @Right(value = READS, scope = Scope.NODES)
    CustomerFormList ofCustomer(@RequestParam UUID customer, Caller caller) {
        return new CustomerFormList(records.ofCustomer(caller, customer));
    }

    @GetMapping("/records/{id}")
    @Right(value = READS, scope = Scope.NODES)
    ResponseEntity<RecordDetail> one(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, records.detail(caller, id));
    }

    @PutMapping("/records/{id}")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<RecordDetail> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RecordValues body,
            Caller caller) {
        return answer(HttpStatus.OK, records.change(caller, id, Version.required(ifMatch), given(body.values())));
    }

    @PostMapping("/records/{id}/void")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<RecordDetail> declareVoid(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody VoidRecord body,
            Caller caller) {
        return answer(
                HttpStatus.OK,
                records.declareVoid(
                        caller, id, Version.required(ifMatch), body.reason().strip()));
    }

    @GetMapping("/records/{id}/print.pdf")
    @Right(value = READS, scope = Scope.NODES)
    ResponseEntity<Resource> print(@PathVariable UUID id, Caller caller) {
        RecordPrinting.PdfFile printed = printing.print(caller, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(printed.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(printed.content());
    }

    /** What is empty is not there. */
    private static Map<String, Object> given(Map<String, @Nullable Object> values) {
        return FormValues.withoutEmpty(values);
    }

    private static ResponseEntity<RecordDetail> answer(HttpStatus status, RecordDetail one) {
        return ResponseEntity.status(status).eTag(Version.etag(one.revision())).body(one);
    }
}
