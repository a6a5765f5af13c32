package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.RoleGiving;
import xindang.identity.store.UserList;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** The roles that a user holds, where and when (任职). */
@RestController
@RequestMapping("/api/v1/identity/users/{id}/roles")
class UserRolesController {

    private final UserList users;
    private final HeldRoles held;
    private final RoleGiving giving;

    UserRolesController(UserList users, HeldRoles held, RoleGiving giving) {
        this.users = users;
        this.held = held;
        this.giving = giving;
    }

    record HeldRoleList(List<HeldRole> items) {}

    record NewHeldRole(
            @NotNull @Size(max = 40) String role,
            @NotNull UUID node,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record EndOfRole(@Nullable LocalDate until) {}

    @GetMapping
    @Right(value = "identity.read", scope = Scope.NODES)
    HeldRoleList all(@PathVariable UUID id, Caller caller) {
        requireVisible(caller, id);
        return new HeldRoleList(held.all(caller, id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = "identity.grant", scope = Scope.NODES)
    HeldRole give(@PathVariable UUID id, @Valid @RequestBody NewHeldRole role, Caller caller) {
        var gift = new RoleGiving.Gift(role.role(), role.node(), role.from(), role.until());
        return HeldRole.of(giving.give(caller, id, gift));
    }

    @PutMapping("/{assignment}")
    @Right(value = "identity.grant", scope = Scope.NODES)
    HeldRoleList end(
            @PathVariable UUID id, @PathVariable UUID assignment, @Valid @RequestBody EndOfRole end, Caller caller) {
        giving.end(caller, id, assignment, end.until());
        return new HeldRoleList(held.all(caller, id));
    }

    private void requireVisible(Caller caller, UUID user) {
        if (users.find(caller.nodes(), user).isEmpty()) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }
}
