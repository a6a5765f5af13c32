package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.Role;
import xindang.identity.RoleChange;
import xindang.identity.Roles;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Version;

/** Roles and their rights (角色与权限). */
@RestController
@RequestMapping("/api/v1/identity/roles")
class RolesController {

    private final RoleChange change;

    RolesController(RoleChange change) {
        this.change = change;
    }

    /**
     * A role.
     *
     * @param code name of a preset; null for a role that a company made
     * @param node node that made it; null for a preset
     * @param auditing whether it is an auditor's: looks, changes nothing, is watched and given for a time
     */
    record RoleRow(
            UUID id,
            @Nullable String code,
            String zh,
            String en,
            @Nullable UUID node,
            List<String> rights,
            boolean auditing) {

        static RoleRow of(Role role) {
            return new RoleRow(
                    role.id(),
                    role.code(),
                    role.zh(),
                    role.en(),
                    role.node(),
                    role.rights().stream().sorted().toList(),
                    role.auditing());
        }
    }

    /** Roles, and all rights there are. */
    record RoleList(List<RoleRow> items, List<String> rights) {}

    record RoleDraft(
            @NotBlank @Size(max = 100) String zh,
            @Nullable @Size(max = 100) String en,
            @NotNull @Size(max = 200) Set<@NotNull @Size(max = 60) String> rights,
            @Nullable UUID copyOf) {

        RoleChange.Draft draft() {
            return new RoleChange.Draft(zh.strip(), en == null ? null : en.strip(), rights, copyOf);
        }
    }

    record NewRole(@NotNull UUID node, @NotNull @Valid RoleDraft role) {}

    @GetMapping
    @Right(value = "identity.read", scope = Scope.NODES)
    RoleList all(Caller caller) {
        return new RoleList(
                change.all(caller).stream().map(RoleRow::of).toList(),
                Roles.allRights().stream().sorted().toList());
    }

    @GetMapping("/{id}")
    @Right(value = "identity.read", scope = Scope.NODES)
    ResponseEntity<RoleRow> one(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, change.find(caller, id));
    }

    @PostMapping
    @Right(value = "identity.grant", scope = Scope.NODES)
    ResponseEntity<RoleRow> add(@Valid @RequestBody NewRole role, Caller caller) {
        return answer(
                HttpStatus.CREATED, change.add(caller, role.node(), role.role().draft()));
    }

    @PutMapping("/{id}")
    @Right(value = "identity.grant", scope = Scope.NODES)
    ResponseEntity<RoleRow> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RoleDraft role,
            Caller caller) {
        return answer(HttpStatus.OK, change.change(caller, id, Version.required(ifMatch), role.draft()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = "identity.grant", scope = Scope.NODES)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        change.remove(caller, id, Version.required(ifMatch));
    }

    private static ResponseEntity<RoleRow> answer(HttpStatus status, Role role) {
        return ResponseEntity.status(status).eTag(Version.etag(role.version())).body(RoleRow.of(role));
    }
}
