package xindang.audittrail.rest;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.audittrail.Evidence;
import xindang.audittrail.LogKeys;
import xindang.audittrail.Trail;
import xindang.audittrail.TrailEntry;
import xindang.audittrail.TrailFilter;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.export.ExportRecord;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.proof.checkpoint.SignedCheckpoint;

/** What auditors read and take with them (审计日志). */
@RestController
@RequestMapping("/api/v1/audittrail")
class LogController {

    private final Trail trail;
    private final Evidence evidence;
    private final LogKeys keys;
    private final ExportRecord record;

    LogController(Trail trail, Evidence evidence, LogKeys keys, ExportRecord record) {
        this.trail = trail;
        this.evidence = evidence;
        this.keys = keys;
        this.record = record;
    }

    @GetMapping("/entries")
    @Right(value = "audittrail.read", scope = Scope.NODES)
    Page<TrailEntry> entries(
            @RequestParam(required = false) @Nullable UUID object,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Size(max = 100) @Nullable String kind,
            @RequestParam(required = false) @Size(max = 100) @Nullable String action,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Valid PageQuery query,
            Caller caller) {
        return trail.page(caller.nodes(), new TrailFilter(object, actor, kind, action, from, to), query);
    }

    /** Proof of one entry, for {@code verify-log}. */
    @GetMapping(path = "/entries/{id}/receipt", produces = MediaType.TEXT_PLAIN_VALUE)
    @Right(value = "audittrail.read", scope = Scope.NODES)
    String receipt(@PathVariable UUID id, Caller caller) {
        return evidence.receipt(caller.nodes(), id).text();
    }

    /** The newest signed root, to be kept outside. */
    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    @Right(value = "audittrail.read", scope = Scope.INSTALLATION)
    String checkpoint() {
        return evidence.newest().map(SignedCheckpoint::text).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** The public key in PEM. */
    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Right(value = "audittrail.read", scope = Scope.INSTALLATION)
    String key() {
        return keys.verifying().pem();
    }

    /** The whole log as a package for {@code verify-log}. */
    @GetMapping("/evidence.zip")
    @Right(value = "audittrail.read", scope = Scope.NODES)
    void evidence(HttpServletResponse response, Caller caller) throws IOException {
        SignedCheckpoint end = evidence.newest().orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        record.exported(
                caller,
                "audittrail.export",
                "evidence",
                Map.of("size", String.valueOf(end.checkpoint().size())));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"evidence.zip\"");
        response.setHeader("Cache-Control", "no-store");
        evidence.write(caller, end, response.getOutputStream());
    }
}
