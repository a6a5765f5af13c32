package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import xindang.identity.User;
import xindang.identity.UserChange;
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
    static final int PASSWORD_LENGTH = 10;

    private final UserList list;
    private final UserChange change;

    UsersController(UserList list, UserChange change) {
        this.list = list;
        this.change = change;
    }

    record NewUser(
            @NotNull @Pattern(regexp = LOGIN) String login,
            @NotBlank @Size(max = 100) String name,
            @NotNull String role,
            @NotNull UUID node,
            @NotNull @Size(min = PASSWORD_LENGTH, max = 200) String password) {}

    record ChangedUser(
            @Nullable @Size(min = 1, max = 100) String name,
            @Nullable String role,
            @Nullable UUID node,
            @Nullable Boolean active,

            @Nullable @Size(min = PASSWORD_LENGTH, max = 200)
            String password) {}

    record UserRow(UUID id, String login, String name, String role, UUID node, boolean active) {

        static UserRow of(User user) {
            return new UserRow(user.id(), user.login(), user.name(), user.role(), user.node(), user.active());
        }
    }

    @GetMapping
    @Right(value = "identity.read", scope = Scope.NODES)
    Page<UserRow> list(@Valid PageQuery page, @RequestParam(required = false) @Nullable String q, Caller caller) {
        return list.page(caller.nodes(), q, page).map(UserRow::of);
    }

    @GetMapping("/{id}")
    @Right(value = "identity.read", scope = Scope.NODES)
    ResponseEntity<UserRow> one(@PathVariable UUID id, Caller caller) {
        return list.find(caller.nodes(), id).map(UsersController::answer).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    @PostMapping
    @Right(value = "identity.manage", scope = Scope.NODES)
    ResponseEntity<UserRow> add(@Valid @RequestBody NewUser user, Caller caller) {
        User added = change.add(caller, user.node(), user.login(), user.name().strip(), user.role(), user.password());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.etag(added.version()))
                .body(UserRow.of(added));
    }

    @PatchMapping("/{id}")
    @Right(value = "identity.manage", scope = Scope.NODES)
    ResponseEntity<UserRow> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedUser user,
            Caller caller) {
        var changes = new UserChange.Changes(user.name(), user.role(), user.node(), user.active(), user.password());
        return answer(change.change(caller, id, Version.required(ifMatch), changes));
    }

    private static ResponseEntity<UserRow> answer(User user) {
        return ResponseEntity.ok().eTag(Version.etag(user.version())).body(UserRow.of(user));
    }
}
