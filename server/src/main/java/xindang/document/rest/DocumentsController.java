package xindang.document.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import xindang.document.DocumentDetail;
import xindang.document.DocumentLine;
import xindang.document.Documents;
import xindang.document.Uploads;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Documents of customers (客户资料). */
@RestController
@RequestMapping("/api/v1/document/documents")
class DocumentsController {

    private static final String CUSTOMER = "customer";

    private final Documents documents;
    private final Uploads uploads;

    DocumentsController(Documents documents, Uploads uploads) {
        this.documents = documents;
        this.uploads = uploads;
    }

    @GetMapping
    @Right(value = "document.read", scope = Scope.NODES)
    Page<DocumentLine> list(@RequestParam UUID customer, @Valid PageQuery page, Caller caller) {
        return documents.page(caller, CUSTOMER, customer, page);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Right(value = "document.write", scope = Scope.NODES)
    ResponseEntity<DocumentDetail> add(
            @RequestParam UUID customer,
            @RequestParam(defaultValue = "internal") @Pattern(regexp = "public|internal|confidential|secret")
                    String level,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            DocumentDetail added = uploads.add(
                    caller,
                    CUSTOMER,
                    customer,
                    SecrecyLevel.named(level).orElseThrow(),
                    new Uploads.Incoming(name(file), content, again));
            return ResponseEntity.created(URI.create("/api/v1/document/documents/" + added.id()))
                    .eTag(Version.etag(added.latest().number()))
                    .body(added);
        }
    }

    @GetMapping("/{id}")
    @Right(value = "document.read", scope = Scope.NODES)
    ResponseEntity<DocumentDetail> one(@PathVariable UUID id, Caller caller) {
        return answer(documents.find(caller, id));
    }

    @PostMapping(path = "/{id}/versions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Right(value = "document.write", scope = Scope.NODES)
    ResponseEntity<DocumentDetail> addVersion(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestParam @NotBlank @Size(max = 500) String reason,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return answer(uploads.addVersion(
                    caller,
                    id,
                    Version.required(ifMatch),
                    reason.strip(),
                    new Uploads.Incoming(name(file), content, again)));
        }
    }

    @GetMapping("/{id}/versions/{number}/content")
    @Right(value = "document.read", scope = Scope.NODES)
    ResponseEntity<InputStreamResource> show(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        Documents.Given given = documents.show(caller, id, number);
        return sent(given, ContentDisposition.inline());
    }

    @GetMapping("/{id}/versions/{number}/file")
    @Right(value = "document.download", scope = Scope.NODES)
    ResponseEntity<InputStreamResource> take(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        Documents.Given given = documents.take(caller, id, number);
        return sent(given, ContentDisposition.attachment());
    }

    /** Whatever it is, the browser neither guesses its type nor runs anything in it. */
    private static ResponseEntity<InputStreamResource> sent(
            Documents.Given given, ContentDisposition.Builder disposition) {
        var answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(given.mime()))
                .contentLength(given.version().size())
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(given.version().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
        if (given.number() != null) {
            answer.header("X-Release-Number", given.number());
        }
        return answer.body(new InputStreamResource(given.content()));
    }

    private static ResponseEntity<DocumentDetail> answer(DocumentDetail document) {
        return ResponseEntity.ok()
                .eTag(Version.etag(document.latest().number()))
                .body(document);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
