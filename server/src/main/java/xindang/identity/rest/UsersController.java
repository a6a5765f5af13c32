package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.AccountClosing;
import xindang.identity.RoleGiving;
import xindang.identity.User;
import xindang.identity.UserChange;
import xindang.identity.store.DirectoryAccountStore;
import xindang.identity.store.UserList;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Users (用户管理). */
@RestController
@RequestMapping("/api/v1/identity/users")
class UsersController {

    /** Form of a login. */
    static final String LOGIN = "[a-z0-9][a-z0-9._@-]{0,63}";

    /** Shortest password. */
    static final int PASSWORD_LENGTH = 12;

    private final UserList list;
    private final UserChange change;
    private final AccountClosing closing;
    private final HeldRoles held;
    private final DirectoryAccountStore directories;

    UsersController(
            UserList list,
            UserChange change,
            AccountClosing closing,
            HeldRoles held,
            DirectoryAccountStore directories) {
        this.closing = closing;
        this.directories = directories;
        this.list = list;
        this.held = held;
        this.change = change;
    }

    record NewUser(
            @NotNull @Pattern(regexp = LOGIN) String login,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 40) String role,
            @NotNull UUID node,
            @Nullable LocalDate until,
            @NotNull @Size(min = PASSWORD_LENGTH, max = 200) String password) {

        /** The first role, at the user's own node. */
        RoleGiving.@Nullable Gift gift() {
            return role == null ? null : new RoleGiving.Gift(role, node, null, until);
        }
    }

    record ChangedUser(
            @Nullable @Size(min = 1, max = 100) @Pattern(regexp = ".*\\S.*")
            String name,

            @Nullable UUID node,
            @Nullable Boolean active,

            @Nullable @Size(min = PASSWORD_LENGTH, max = 200)
            String password) {}

    /**
     * A user.
     *
     * @param closed whether the account is closed for good
     * @param lockedByDirectory since when a directory has the account locked; null if none has
     */
    record UserRow(
            UUID id,
            String login,
            String name,
            UUID node,
            boolean active,
            boolean closed,
            @Nullable OffsetDateTime lockedByDirectory,
            List<HeldRole> roles) {}

    @GetMapping
    @Right(value = "identity.read", scope = Scope.NODES)
    Page<UserRow> list(@Valid PageQuery page, @RequestParam(required = false) @Nullable String q, Caller caller) {
        Page<User> users = list.page(caller.nodes(), q, page);
        List<UUID> ids = users.items().stream().map(User::id).toList();
        Map<UUID, List<HeldRole>> roles = held.of(caller, ids);
        Map<UUID, OffsetDateTime> locked = directories.lockedSince(ids);
        return users.map(user -> row(user, locked.get(user.id()), roles.getOrDefault(user.id(), List.of())));
    }

    @GetMapping("/{id}")
    @Right(value = "identity.read", scope = Scope.NODES)
    ResponseEntity<UserRow> one(@PathVariable UUID id, Caller caller) {
        return list.find(caller.nodes(), id)
                .map(user -> answer(HttpStatus.OK, user, caller))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    @PostMapping
    @Right(value = "identity.manage", scope = Scope.NODES)
    ResponseEntity<UserRow> add(@Valid @RequestBody NewUser user, Caller caller) {
        User added = change.add(caller, user.node(), user.login(), user.name().strip(), user.password(), user.gift());
        return answer(HttpStatus.CREATED, added, caller);
    }

    @PatchMapping("/{id}")
    @Right(value = "identity.manage", scope = Scope.NODES)
    ResponseEntity<UserRow> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedUser user,
            Caller caller) {
        var changes = new UserChange.Changes(user.name(), user.node(), user.active(), user.password());
        return answer(HttpStatus.OK, change.change(caller, id, Version.required(ifMatch), changes), caller);
    }

    @PostMapping("/{id}/closing")
    @Right(value = "identity.manage", scope = Scope.NODES)
    ResponseEntity<UserRow> close(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        return answer(HttpStatus.OK, closing.close(caller, id, Version.required(ifMatch)), caller);
    }

    private ResponseEntity<UserRow> answer(HttpStatus status, User user, Caller caller) {
        List<HeldRole> roles = held.of(caller, List.of(user.id())).getOrDefault(user.id(), List.of());
        OffsetDateTime locked = directories.lockedSince(List.of(user.id())).get(user.id());
        return ResponseEntity.status(status).eTag(Version.etag(user.version())).body(row(user, locked, roles));
    }

    private static UserRow row(User user, @Nullable OffsetDateTime locked, List<HeldRole> roles) {
        return new UserRow(
                user.id(), user.login(), user.name(), user.node(), user.active(), user.closed(), locked, roles);
    }
}
