package xindang.identity.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.DirectoryAccounts;
import xindang.identity.ProviderLinks;
import xindang.identity.User;
import xindang.identity.store.DirectoryAccountStore;
import xindang.identity.store.ProviderStore;
import xindang.identity.store.UserList;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** By which provider a user comes in and which directory keeps the account (账号来源), as an administrator sees and changes it. */
@RestController
@RequestMapping("/api/v1/identity/users/{id}")
class UserWaysController {

    private final UserList users;
    private final ProviderLinks links;
    private final DirectoryAccounts accounts;

    UserWaysController(UserList users, ProviderLinks links, DirectoryAccounts accounts) {
        this.users = users;
        this.links = links;
        this.accounts = accounts;
    }

    record ProviderLine(String issuer, String subject, OffsetDateTime createdAt, OffsetDateTime lastUsedAt) {

        static ProviderLine of(ProviderStore.Link link) {
            return new ProviderLine(link.issuer(), link.subject(), link.createdAt(), link.lastUsedAt());
        }
    }

    /**
     * How a directory keeps an account.
     *
     * @param origin {@code made}, {@code matched} or {@code linked}
     */
    record KeptLine(UUID directory, String name, @Nullable String externalId, String origin) {

        static KeptLine of(DirectoryAccountStore.Kept kept) {
            return new KeptLine(kept.directory(), kept.name(), kept.externalId(), kept.origin());
        }
    }

    record Ways(List<ProviderLine> providers, @Nullable KeptLine directory) {}

    record DirectoryLink(
            @NotNull UUID directory,
            @NotBlank @Size(max = 255) String externalId) {}

    @GetMapping("/ways")
    @Right(value = "identity.manage", scope = Scope.NODES)
    Ways ways(@PathVariable UUID id, Caller caller) {
        User user = user(id, caller);
        return new Ways(
                links.of(user.id()).stream().map(ProviderLine::of).toList(),
                accounts.kept(user.id()).map(KeptLine::of).orElse(null));
    }

    @DeleteMapping("/provider")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = "identity.manage", scope = Scope.NODES)
    void removeProvider(@PathVariable UUID id, Caller caller) {
        links.remove(caller, user(id, caller));
    }

    @PutMapping("/directory")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = "identity.manage", scope = Scope.NODES)
    void link(@PathVariable UUID id, @Valid @RequestBody DirectoryLink link, Caller caller) {
        accounts.link(
                caller, user(id, caller), link.directory(), link.externalId().strip());
    }

    private User user(UUID id, Caller caller) {
        return users.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }
}
