package xindang.policy.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.format.regime.Difference;
import xindang.format.regime.Finding;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.policy.Drafts;
import xindang.policy.Publishing;
import xindang.policy.RegimeDraft;
import xindang.policy.store.DraftStore;

/** Drafts of a regime on their way into force (制度草案). */
@RestController
@RequestMapping("/api/v1/policy/drafts")
class DraftsController {

    private static final String WRITES = "policy.draft";
    private static final String BASES = "in-force|[A-Z][0-9]{1,2}";

    private final Drafts drafts;
    private final Publishing publishing;

    DraftsController(Drafts drafts, Publishing publishing) {
        this.drafts = drafts;
        this.publishing = publishing;
    }

    /**
     * What is told of a draft.
     *
     * @param validFrom first day it is to hold; null = at once when it is approved
     */
    record DraftHead(
            @NotBlank @Size(max = 120) String name,
            @Nullable Boolean binding,
            @Nullable LocalDate validFrom,
            @Nullable @Size(max = 1000) String note) {

        DraftStore.Head told() {
            return new DraftStore.Head(
                    name.strip(),
                    Boolean.TRUE.equals(binding),
                    validFrom,
                    note == null || note.isBlank() ? null : note.strip());
        }
    }

    /**
     * A new draft.
     *
     * @param base what it starts from: {@code in-force}, or a sample regime such as {@code S07}
     */
    record NewDraft(
            @NotNull UUID node,
            @Valid @NotNull DraftHead head,
            @NotNull @Pattern(regexp = BASES) String base) {}

    /**
     * A draft from a file.
     *
     * @param file text of the file
     */
    record BroughtDraft(
            @NotNull UUID node,
            @Valid @NotNull DraftHead head,
            @NotBlank @Size(max = 4_000_000) String file) {}

    /**
     * A value.
     *
     * @param json the value as JSON text, such as {@code "P10D"} with its quotation marks, with whole numbers only
     */
    record DraftValue(@NotNull @Size(min = 1, max = 200_000) String json) {}

    /**
     * Something a check found.
     *
     * @param check name of the check
     * @param severity {@code error} keeps the draft from approval, {@code notice} does not
     * @param parameter parameter to look at; empty for the whole
     * @param facts what was found
     */
    record DraftFinding(String check, String severity, String parameter, Map<String, String> facts) {

        static DraftFinding of(Finding one) {
            return new DraftFinding(
                    one.check(), one.severity().name().toLowerCase(Locale.ROOT), one.parameter(), one.facts());
        }
    }

    record DraftBase(@NotNull @Pattern(regexp = BASES) String base) {}

    /**
     * A decision.
     *
     * @param exception why an author himself decides, where the house allows that
     */
    record DraftDecision(
            @NotNull @Pattern(regexp = "approved|returned") String decision,
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 500) String exception) {}

    /**
     * What a draft says of a kind.
     *
     * @param body values by key
     * @param origins where each came from, by key
     */
    record DraftKind(Map<String, @Nullable Object> body, Map<String, String> origins) {}

    /**
     * A draft as a whole.
     *
     * @param findings what the last check found; absent if it was changed since
     */
    record DraftWhole(
            RegimeDraft draft,
            Map<String, DraftKind> kinds,
            List<Difference> differences,
            @Nullable List<DraftFinding> findings) {

        static DraftWhole of(Drafts.Whole whole) {
            var kinds = new LinkedHashMap<String, DraftKind>();
            whole.parts().forEach((kind, part) -> kinds.put(kind, new DraftKind(part.body(), part.origins())));
            List<Finding> findings = whole.findings();
            return new DraftWhole(
                    whole.draft(),
                    kinds,
                    whole.differences(),
                    findings == null
                            ? null
                            : findings.stream().map(DraftFinding::of).toList());
        }
    }

    @GetMapping
    @Right(value = "policy.read", scope = Scope.NODES)
    Page<RegimeDraft> list(
            @Valid PageQuery page,
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "draft|checked|simulated|approved|withdrawn|")
                    String state,
            Caller caller) {
        return drafts.page(caller, node, state, page);
    }

    @GetMapping("/{id}")
    @Right(value = "policy.read", scope = Scope.NODES)
    ResponseEntity<DraftWhole> one(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, drafts.find(caller, id));
    }

    @PostMapping
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<DraftWhole> start(@Valid @RequestBody NewDraft draft, Caller caller) {
        return answer(
                HttpStatus.CREATED,
                drafts.start(caller, draft.node(), draft.head().told(), draft.base()));
    }

    @PostMapping("/from-file")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<DraftWhole> bring(@Valid @RequestBody BroughtDraft draft, Caller caller) {
        return answer(
                HttpStatus.CREATED,
                drafts.bring(caller, draft.node(), draft.head().told(), draft.file()));
    }

    @PutMapping("/{id}")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<DraftWhole> rename(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftHead head,
            Caller caller) {
        return answer(HttpStatus.OK, drafts.rename(caller, id, Version.required(ifMatch), head.told()));
    }

    @PutMapping("/{id}/base")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<DraftWhole> rebase(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftBase base,
            Caller caller) {
        return answer(HttpStatus.OK, drafts.rebase(caller, id, Version.required(ifMatch), base.base()));
    }

    @PutMapping("/{id}/values/{parameter}")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<DraftWhole> set(
            @PathVariable UUID id,
            @PathVariable String parameter,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftValue value,
            Caller caller) {
        return answer(HttpStatus.OK, drafts.set(caller, id, Version.required(ifMatch), parameter, value.json()));
    }

    @DeleteMapping("/{id}/values/{parameter}")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<DraftWhole> reset(
            @PathVariable UUID id,
            @PathVariable String parameter,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(HttpStatus.OK, drafts.reset(caller, id, Version.required(ifMatch), parameter));
    }

    @PostMapping("/{id}/check")
    @Right(value = WRITES, scope = Scope.NODES)
    List<DraftFinding> check(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return publishing.check(caller, id, Version.required(ifMatch)).stream()
                .map(DraftFinding::of)
                .toList();
    }

    @PostMapping("/{id}/decision")
    @Right(value = "policy.approve", scope = Scope.NODES)
    ResponseEntity<RegimeDraft> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftDecision decision,
            Caller caller) {
        RegimeDraft decided = publishing.decide(
                caller,
                id,
                Version.required(ifMatch),
                new Publishing.Decision(
                        decision.decision().equals("approved"),
                        decision.reason().strip(),
                        decision.exception()));
        return ResponseEntity.ok().eTag(Version.etag(decided.version())).body(decided);
    }

    @DeleteMapping("/{id}")
    @Right(value = WRITES, scope = Scope.NODES)
    ResponseEntity<Void> withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        drafts.withdraw(caller, id, Version.required(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<DraftWhole> answer(HttpStatus status, Drafts.Whole whole) {
        return ResponseEntity.status(status)
                .eTag(Version.etag(whole.draft().version()))
                .body(DraftWhole.of(whole));
    }
}
