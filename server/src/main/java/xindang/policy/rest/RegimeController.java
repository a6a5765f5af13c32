package xindang.policy.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.format.PolicyDocument;
import xindang.format.regime.Difference;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.policy.Publishing;
import xindang.policy.RegimeDeadlines;
import xindang.policy.RegimeReading;
import xindang.policy.Resolution;
import xindang.policy.VersionLine;

/** The regime in force, and its versions (有效制度与历次版本). */
@RestController
@RequestMapping("/api/v1/policy")
class RegimeController {

    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private final RegimeReading reading;
    private final Publishing publishing;
    private final RegimeDeadlines deadlines;

    RegimeController(RegimeReading reading, Publishing publishing, RegimeDeadlines deadlines) {
        this.reading = reading;
        this.publishing = publishing;
        this.deadlines = deadlines;
    }

    /**
     * The policy of one kind that decides at a node on a day.
     *
     * @param row id of the version; null for the recommended regime of the program
     * @param node node it was published at; null for that of the program
     * @param body values by key
     * @param origins where each came from, by key
     * @param skipped versions passed over, and why
     */
    record PolicyInForce(
            String kind,
            String policy,
            String version,
            @Nullable UUID row,
            @Nullable NamedRef node,
            boolean binding,
            @Nullable String preset,
            LocalDate validFrom,
            String sha256,
            Map<String, @Nullable Object> body,
            Map<String, String> origins,
            List<Resolution.Skipped> skipped) {

        static PolicyInForce of(Resolution one) {
            PolicyDocument document = one.version().document();
            return new PolicyInForce(
                    one.kind(),
                    document.ref().id(),
                    document.ref().version(),
                    one.version().id(),
                    one.version().node(),
                    one.version().binding(),
                    one.version().preset(),
                    document.validFrom(),
                    document.ref().sha256(),
                    members(document),
                    document.origins(),
                    one.skipped());
        }
    }

    record RegimeInForce(NamedRef node, LocalDate date, List<PolicyInForce> policies) {}

    record PolicyVersion(
            UUID id,
            NamedRef node,
            String kind,
            String policy,
            String version,
            LocalDate validFrom,
            String sha256,
            Map<String, @Nullable Object> body,
            Map<String, String> origins) {

        static PolicyVersion of(UUID id, NamedRef node, PolicyDocument document) {
            return new PolicyVersion(
                    id,
                    node,
                    document.ref().kind(),
                    document.ref().id(),
                    document.ref().version(),
                    document.validFrom(),
                    document.ref().sha256(),
                    members(document),
                    document.origins());
        }
    }

    private static Map<String, @Nullable Object> members(PolicyDocument document) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        document.body()
                .names()
                .forEach(name -> members.put(name, document.body().value(name)));
        return members;
    }

    @GetMapping("/regime")
    @Right(value = "policy.read", scope = Scope.NODES)
    RegimeInForce inForce(
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam(required = false) @Nullable LocalDate date,
            Caller caller) {
        RegimeReading.InForce regime = reading.inForce(caller, node, date);
        return new RegimeInForce(
                regime.node(),
                regime.date(),
                regime.policies().stream().map(PolicyInForce::of).toList());
    }

    @GetMapping("/deadlines")
    @Right(value = "policy.read", scope = Scope.NODES)
    RegimeDeadlines.RegimeDeadline deadline(
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam @Size(max = 80) String parameter,
            @RequestParam LocalDate since,
            Caller caller) {
        if (since.isBefore(FIRST) || since.isAfter(LAST)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("since", "outside-calendar"));
        }
        return deadlines.of(caller, node, parameter, since);
    }

    @GetMapping("/regime/file")
    @Right(value = "policy.read", scope = Scope.NODES)
    ResponseEntity<String> export(
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam(required = false) @Nullable LocalDate date,
            Caller caller) {
        RegimeReading.File file = reading.export(caller, node, date);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.text());
    }

    @GetMapping("/versions")
    @Right(value = "policy.read", scope = Scope.NODES)
    Page<VersionLine> versions(
            @Valid PageQuery page,
            @RequestParam(required = false) @Nullable UUID node,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z]{1,20}") String kind,
            Caller caller) {
        return reading.versions(caller, node, kind, page);
    }

    @GetMapping("/versions/{id}")
    @Right(value = "policy.read", scope = Scope.NODES)
    PolicyVersion version(@PathVariable UUID id, Caller caller) {
        RegimeReading.Known known = reading.version(caller, id);
        return PolicyVersion.of(id, known.node(), known.document());
    }

    /**
     * Why a planned version is taken back.
     *
     * @param reason in the words of who does it
     */
    record TakingBack(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/versions/{id}/withdrawal")
    @Right(value = "policy.approve", scope = Scope.NODES)
    ResponseEntity<Void> takeBack(@PathVariable UUID id, @Valid @RequestBody TakingBack why, Caller caller) {
        publishing.takeBack(caller, id, why.reason().strip());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/versions/{id}/differences")
    @Right(value = "policy.read", scope = Scope.NODES)
    List<Difference> differences(@PathVariable UUID id, @RequestParam UUID with, Caller caller) {
        return reading.differences(caller, id, with);
    }
}
