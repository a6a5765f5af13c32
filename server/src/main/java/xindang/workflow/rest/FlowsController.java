package xindang.workflow.rest;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.engine.workflow.FlowFinding;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.workflow.FlowLine;
import xindang.workflow.FlowVersion;
import xindang.workflow.Flows;
import xindang.workflow.Trials;

/** Flows as they are designed and published (流程设计). */
@RestController
@RequestMapping("/api/v1/workflow/flows")
class FlowsController {

    private static final String READS = "workflow.read";
    private static final String DESIGNS = "workflow.design";
    private static final int LONGEST = 200_000;

    private final Flows flows;
    private final Trials trials;

    FlowsController(Flows flows, Trials trials) {
        this.flows = flows;
        this.trials = trials;
    }

    /**
     * A new flow.
     *
     * @param code name in addresses, unique at its node
     * @param definition what it says, as JSON text; nothing yet, if absent
     */
    record NewFlow(
            @NotNull UUID node,

            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,39}")
            String code,

            @NotBlank @Size(max = 120) String name,
            @Nullable @Size(max = LONGEST) String definition) {}

    /** What a draft says, as JSON text. */
    record FlowDraft(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = LONGEST) String definition) {}

    /**
     * A publication.
     *
     * @param exception why one of the authors publishes, where the house allows that
     */
    record FlowPublication(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 500) String exception) {}

    /** Whether nothing new starts along it. */
    record FlowClosing(@NotNull Boolean closed) {}

    /** Sample facts by code. */
    record FlowTrial(@NotNull @Size(max = 40) Map<String, @Nullable Object> facts) {}

    /** What a version says, as JSON text. */
    record FlowVersionText(String definition) {}

    /** A drawing in BPMN 2.0. */
    record FlowDrawing(String bpmn) {}

    /**
     * A flow as a whole.
     *
     * @param definition what its draft says, as JSON text
     * @param findings what the last check found; absent if it was changed since
     */
    record FlowWhole(
            FlowLine flow, String definition, @Nullable List<FlowFinding> findings, List<FlowVersion> versions) {}

    @GetMapping
    @Right(value = READS, scope = Scope.NODES)
    Page<FlowLine> list(@Valid PageQuery page, Caller caller) {
        return flows.page(caller, page);
    }

    @GetMapping("/{id}")
    @Right(value = READS, scope = Scope.NODES)
    ResponseEntity<FlowWhole> one(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, flows.find(caller, id));
    }

    @GetMapping("/{id}/drawing")
    @Right(value = READS, scope = Scope.NODES)
    FlowDrawing drawing(@PathVariable UUID id, Caller caller) {
        return new FlowDrawing(flows.drawing(caller, id, null));
    }

    @GetMapping("/{id}/versions/{number}")
    @Right(value = READS, scope = Scope.NODES)
    FlowVersionText version(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        return new FlowVersionText(flows.definition(caller, id, number));
    }

    @GetMapping("/{id}/versions/{number}/drawing")
    @Right(value = READS, scope = Scope.NODES)
    FlowDrawing drawing(@PathVariable UUID id, @PathVariable int number, Caller caller) {
        return new FlowDrawing(flows.drawing(caller, id, number));
    }

    @PostMapping
    @Right(value = DESIGNS, scope = Scope.NODES)
    ResponseEntity<FlowWhole> make(@Valid @RequestBody NewFlow flow, Caller caller) {
        return answer(
                HttpStatus.CREATED,
                flows.make(caller, flow.node(), flow.code(), flow.name().strip(), flow.definition()));
    }

    @PutMapping("/{id}/draft")
    @Right(value = DESIGNS, scope = Scope.NODES)
    ResponseEntity<FlowWhole> write(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody FlowDraft draft,
            Caller caller) {
        return answer(
                HttpStatus.OK,
                flows.write(caller, id, Version.required(ifMatch), draft.name().strip(), draft.definition()));
    }

    @PostMapping("/{id}/check")
    @Right(value = DESIGNS, scope = Scope.NODES)
    ResponseEntity<FlowWhole> check(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(HttpStatus.OK, flows.check(caller, id, Version.required(ifMatch)));
    }

    @PostMapping("/{id}/trial")
    @Right(value = DESIGNS, scope = Scope.NODES)
    List<Trials.TrialStop> trial(@PathVariable UUID id, @Valid @RequestBody FlowTrial trial, Caller caller) {
        return trials.of(caller, id, trial.facts());
    }

    @PutMapping("/{id}/closed")
    @Right(value = DESIGNS, scope = Scope.NODES)
    ResponseEntity<FlowWhole> close(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody FlowClosing closing,
            Caller caller) {
        return answer(HttpStatus.OK, flows.close(caller, id, Version.required(ifMatch), closing.closed()));
    }

    @PostMapping("/{id}/publication")
    @Right(value = "workflow.publish", scope = Scope.NODES)
    ResponseEntity<FlowWhole> publish(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody FlowPublication publication,
            Caller caller) {
        return answer(
                HttpStatus.OK,
                flows.publish(
                        caller,
                        id,
                        Version.required(ifMatch),
                        publication.reason().strip(),
                        publication.exception()));
    }

    private static ResponseEntity<FlowWhole> answer(HttpStatus status, Flows.Whole whole) {
        return ResponseEntity.status(status)
                .eTag(Version.etag(whole.flow().version()))
                .body(new FlowWhole(whole.flow(), whole.definition(), whole.findings(), whole.versions()));
    }
}
