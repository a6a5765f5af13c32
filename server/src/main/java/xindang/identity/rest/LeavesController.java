package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.Leave;
import xindang.identity.Leaves;
import xindang.identity.Left;
import xindang.identity.LeftOvers;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;

/** People who leave, people who are locked, and what they still have (离岗与未移交). */
@RestController
@RequestMapping("/api/v1/identity")
class LeavesController {

    private final Leaves leaves;
    private final LeftOvers left;

    LeavesController(Leaves leaves, LeftOvers left) {
        this.leaves = leaves;
        this.left = left;
    }

    record NewLeave(
            @NotNull UUID user,
            @NotNull @Pattern(regexp = "leave|change") String kind,
            @NotNull LocalDate lastDay,
            @NotBlank @Size(max = 500) String reason) {

        Leaves.Draft draft() {
            return new Leaves.Draft(user, kind, lastDay, reason.strip());
        }
    }

    record LeaveList(List<Leave> items) {}

    record LockedList(List<Leaves.Locked> items) {}

    /**
     * What the caller has himself.
     *
     * @param leave his leave; null if none was started
     */
    record OwnDuties(@Nullable Leave leave, Left left) {}

    @GetMapping("/leaves")
    @Right(value = "identity.manage", scope = Scope.NODES)
    LeaveList open(Caller caller) {
        return new LeaveList(leaves.open(caller));
    }

    @GetMapping("/locked-people")
    @Right(value = "identity.manage", scope = Scope.NODES)
    LockedList locked(Caller caller) {
        return new LockedList(leaves.locked(caller));
    }

    @GetMapping("/own-duties")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    OwnDuties own(Caller caller) {
        return new OwnDuties(leaves.own(caller).orElse(null), left.of(caller.id()));
    }

    @PostMapping("/leaves")
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = "identity.manage", scope = Scope.NODES)
    Leave start(@Valid @RequestBody NewLeave leave, Caller caller) {
        return leaves.start(caller, leave.draft());
    }

    @DeleteMapping("/leaves/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = "identity.manage", scope = Scope.NODES)
    void callOff(@PathVariable UUID id, Caller caller) {
        leaves.callOff(caller, id);
    }
}
