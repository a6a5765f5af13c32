package xindang.policy.rest;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.format.regime.Language;
import xindang.format.regime.RegimeDocument;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.policy.RegimePrinting;
import xindang.policy.RegimePrinting.Form;
import xindang.policy.RegimePrinting.Part;
import xindang.policy.RegimePrinting.Wish;

/** The regime as people read it (制度文件). */
@RestController
@RequestMapping("/api/v1/policy/regime/document")
class RegimeDocumentController {

    private static final String SAMPLES = "[A-Z][0-9]{1,2}";
    private static final String PARTS = "whole|annex|extract";
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final RegimePrinting printing;

    RegimeDocumentController(RegimePrinting printing) {
        this.printing = printing;
    }

    @GetMapping
    @Right(value = "policy.read", scope = Scope.NODES)
    RegimeDocument read(
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable @Pattern(regexp = SAMPLES) String sample,
            @RequestParam(defaultValue = "zh") @Pattern(regexp = "zh|en") String lang,
            @RequestParam(defaultValue = "whole") @Pattern(regexp = PARTS) String part,
            Caller caller) {
        return printing.read(caller, wish(node, date, draft, sample, lang, part));
    }

    @GetMapping("/file")
    @Right(value = "policy.read", scope = Scope.NODES)
    ResponseEntity<Resource> print(
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam(required = false) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam(required = false) @Nullable @Pattern(regexp = SAMPLES) String sample,
            @RequestParam(defaultValue = "zh") @Pattern(regexp = "zh|en") String lang,
            @RequestParam(defaultValue = "whole") @Pattern(regexp = PARTS) String part,
            @RequestParam(defaultValue = "pdf") @Pattern(regexp = "pdf|docx") String form,
            Caller caller) {
        Form as = form.equals("pdf") ? Form.PDF : Form.DOCX;
        RegimePrinting.Printed file = printing.print(caller, wish(node, date, draft, sample, lang, part), as);
        return ResponseEntity.ok()
                .contentType(as == Form.PDF ? MediaType.APPLICATION_PDF : DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content());
    }

    private static Wish wish(
            @Nullable UUID node,
            @Nullable LocalDate date,
            @Nullable UUID draft,
            @Nullable String sample,
            String lang,
            String part) {
        return new Wish(
                node,
                date,
                draft,
                sample,
                lang.equals("zh") ? Language.ZH : Language.EN,
                Part.valueOf(part.toUpperCase(Locale.ROOT)));
    }
}
