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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.engine.workflow.FlowFact;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.workflow.CaseAct;
import xindang.workflow.CaseReading;
import xindang.workflow.Cases;
import xindang.workflow.FlowCase;
import xindang.workflow.FlowTask;

/** Cases along flows (流程实例): started, read, and what their starter does with them. */
@RestController
@RequestMapping("/api/v1/workflow")
class CasesController {

    private static final String ACTS = "workflow.act";
    private static final String STATES = "running|approved|refused|withdrawn|";

    private final Cases cases;
    private final CaseReading reading;

    CasesController(Cases cases, CaseReading reading) {
        this.cases = cases;
        this.reading = reading;
    }

    /**
     * A case to start.
     *
     * @param facts what it says of itself, by code
     * @param chosen people, where the flow asks for them
     */
    record NewFlowCase(
            @NotNull UUID flow,
            @NotNull UUID node,
            @NotBlank @Size(max = 200) String title,
            @NotNull @Size(max = 40) Map<String, @Nullable Object> facts,
            @Nullable @Size(max = 50) List<@NotNull UUID> chosen) {}

    /** Why a case is taken back; needed once somebody has decided. */
    record CaseWithdrawal(@Nullable @Size(max = 500) String reason) {}

    /** Something said about a case. */
    record CaseComment(@NotBlank @Size(max = 500) String text) {}

    /**
     * A flow along which a case may start.
     *
     * @param asksForPeople whether the starter chooses somebody
     */
    record StartableFlow(
            UUID id, String name, int number, List<FlowFact> facts, List<String> steps, boolean asksForPeople) {}

    /**
     * A case as a whole.
     *
     * @param steps names of the steps by their code
     * @param mine task that the reader is asked now; absent for none
     * @param returnTo steps it may go back to from there
     * @param changeable facts the reader may change there
     * @param starter whether the reader started it
     * @param manages whether the reader may give tasks of others to somebody else
     */
    record CaseWhole(
            FlowCase flowCase,
            List<FlowFact> facts,
            Map<String, String> steps,
            List<FlowTask> tasks,
            List<CaseAct> acts,
            @Nullable FlowTask mine,
            List<String> returnTo,
            List<String> changeable,
            boolean starter,
            boolean manages) {

        static CaseWhole of(CaseReading.Whole one) {
            return new CaseWhole(
                    one.flowCase(),
                    one.facts(),
                    one.steps(),
                    one.tasks(),
                    one.acts(),
                    one.mine(),
                    one.returnTo(),
                    one.changeable(),
                    one.starter(),
                    one.manages());
        }
    }

    @GetMapping("/startable")
    @Right(value = ACTS, scope = Scope.NODES)
    List<StartableFlow> startable(@RequestParam UUID node, Caller caller) {
        return cases.startable(caller, node).stream()
                .map(one -> new StartableFlow(
                        one.id(),
                        one.name(),
                        one.number(),
                        one.flow().facts(),
                        one.flow().approvals().stream().map(step -> step.name()).toList(),
                        one.flow().asksForPeople()))
                .toList();
    }

    @PostMapping("/cases")
    @Right(value = ACTS, scope = Scope.NODES)
    ResponseEntity<FlowCase> start(@Valid @RequestBody NewFlowCase fresh, Caller caller) {
        List<UUID> chosen = fresh.chosen();
        FlowCase started = cases.start(
                caller,
                new Cases.NewCase(
                        fresh.flow(),
                        fresh.node(),
                        Cases.REQUEST,
                        null,
                        fresh.title().strip(),
                        fresh.facts(),
                        chosen == null ? List.of() : chosen));
        return ResponseEntity.status(HttpStatus.CREATED).body(started);
    }

    @GetMapping("/cases")
    @Right(value = "workflow.read", scope = Scope.NODES)
    Page<FlowCase> list(
            @Valid PageQuery page,
            @RequestParam(required = false) @Nullable @Pattern(regexp = STATES) String state,
            Caller caller) {
        return cases.page(caller, state, page);
    }

    @GetMapping("/cases/started")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Page<FlowCase> started(
            @Valid PageQuery page,
            @RequestParam(required = false) @Nullable @Pattern(regexp = STATES) String state,
            Caller caller) {
        return cases.started(caller, state, page);
    }

    @GetMapping("/cases/{id}")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    CaseWhole one(@PathVariable UUID id, Caller caller) {
        return CaseWhole.of(reading.of(caller, id));
    }

    @GetMapping("/tasks/{id}")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    CaseWhole ofTask(@PathVariable UUID id, Caller caller) {
        return CaseWhole.of(reading.ofTask(caller, id));
    }

    @PostMapping("/cases/{id}/withdrawal")
    @Right(value = ACTS, scope = Scope.OWN)
    ResponseEntity<Void> withdraw(@PathVariable UUID id, @Valid @RequestBody CaseWithdrawal withdrawal, Caller caller) {
        String reason = withdrawal.reason();
        cases.withdraw(caller, id, reason == null || reason.isBlank() ? null : reason.strip());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/cases/{id}/reminder")
    @Right(value = ACTS, scope = Scope.OWN)
    ResponseEntity<Void> remind(@PathVariable UUID id, Caller caller) {
        cases.remind(caller, id, reading.open(caller, id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/cases/{id}/comments")
    @Right(value = ACTS, scope = Scope.OWN)
    ResponseEntity<Void> comment(@PathVariable UUID id, @Valid @RequestBody CaseComment comment, Caller caller) {
        cases.comment(caller, id, comment.text().strip());
        return ResponseEntity.noContent().build();
    }
}
