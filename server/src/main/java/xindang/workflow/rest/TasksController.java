package xindang.workflow.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Refusal;
import xindang.workflow.Deciding;
import xindang.workflow.FlowCase;
import xindang.workflow.Signers;
import xindang.workflow.WorkInbox;

/** What waits for the caller, and what he does about it (待办与审批). */
@RestController
@RequestMapping("/api/v1/workflow")
class TasksController {

    private static final String ACTS = "workflow.act";
    private static final int ROWS = 50;

    private final WorkInbox inbox;
    private final Deciding deciding;
    private final Signers signers;

    TasksController(WorkInbox inbox, Deciding deciding, Signers signers) {
        this.inbox = inbox;
        this.deciding = deciding;
        this.signers = signers;
    }

    /**
     * A decision.
     *
     * @param reason why; needed for all but agreement
     * @param to step it goes back to
     * @param changes facts to change, by code
     * @param exception why the starter himself decides, where the house allows that
     */
    record TaskDecision(
            @NotNull @Pattern(regexp = "agree|refuse|return")
            String decision,

            @Nullable @Size(max = 500) String reason,
            @Nullable @Size(max = 40) String to,
            @Nullable @Size(max = 40) Map<String, @Nullable Object> changes,
            @Nullable @Size(max = 500) String exception) {}

    /**
     * Somebody who is brought in.
     *
     * @param place for one more signer: {@code before} or {@code after} the caller
     */
    record TaskPerson(
            @NotNull UUID user,
            @Nullable @Pattern(regexp = "before|after") String place,
            @NotBlank @Size(max = 500) String reason) {}

    /** Tasks to agree to at once. */
    record TaskBatch(
            @NotNull @Size(min = 1, max = 100) List<@NotNull UUID> tasks,
            @Nullable @Size(max = 500) String reason) {}

    /**
     * What became of one of several tasks.
     *
     * @param problem code of the refusal; absent where it was agreed to
     */
    record BatchLine(UUID task, @Nullable String problem) {}

    @GetMapping("/inbox")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    WorkInbox.InboxWaiting waiting(
            @RequestParam(required = false) @Nullable @Min(1) @Max(200) Integer limit,
            @RequestParam(required = false) @Nullable @Size(max = 2000) String cursor,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[a-z-]{1,40}") String kind,
            Caller caller) {
        return inbox.page(caller, kind, limit == null ? ROWS : limit, cursor);
    }

    @GetMapping("/inbox/counts")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    WorkInbox.InboxCounts counts(Caller caller) {
        return inbox.counts(caller);
    }

    @PostMapping("/tasks/{id}/decision")
    @Right(value = ACTS, scope = Scope.OWN)
    FlowCase decide(@PathVariable UUID id, @Valid @RequestBody TaskDecision decision, Caller caller) {
        Map<String, @Nullable Object> changes = decision.changes();
        return deciding.decide(
                caller,
                id,
                new Deciding.Decision(
                        Deciding.Kind.valueOf(decision.decision().toUpperCase(Locale.ROOT)),
                        told(decision.reason()),
                        decision.to(),
                        changes == null ? Map.of() : changes,
                        decision.exception()));
    }

    @PostMapping("/tasks/{id}/signers")
    @Right(value = ACTS, scope = Scope.OWN)
    ResponseEntity<Void> add(@PathVariable UUID id, @Valid @RequestBody TaskPerson person, Caller caller) {
        signers.add(
                caller,
                id,
                person.user(),
                !"after".equals(person.place()),
                person.reason().strip());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/tasks/{id}/delegation")
    @Right(value = ACTS, scope = Scope.OWN)
    ResponseEntity<Void> delegate(@PathVariable UUID id, @Valid @RequestBody TaskPerson person, Caller caller) {
        signers.delegate(caller, id, person.user(), person.reason().strip());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/tasks/{id}/hand-over")
    @Right(value = ACTS, scope = Scope.OWN)
    ResponseEntity<Void> handOver(@PathVariable UUID id, @Valid @RequestBody TaskPerson person, Caller caller) {
        signers.handOver(caller, id, person.user(), person.reason().strip());
        return ResponseEntity.noContent().build();
    }

    /** Each in a transaction of its own: one that is refused keeps no other back. */
    @PostMapping("/tasks/agreement")
    @Right(value = ACTS, scope = Scope.OWN)
    List<BatchLine> agree(@Valid @RequestBody TaskBatch batch, Caller caller) {
        var lines = new ArrayList<BatchLine>();
        for (UUID task : batch.tasks()) {
            try {
                deciding.agreeInBatch(caller, task, told(batch.reason()));
                lines.add(new BatchLine(task, null));
            } catch (Refusal refusal) {
                lines.add(new BatchLine(task, refusal.code().id()));
            }
        }
        return lines;
    }

    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
