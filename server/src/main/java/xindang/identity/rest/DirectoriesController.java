package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import xindang.identity.Directories;
import xindang.identity.OwnPassword;
import xindang.identity.store.DirectoryStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.SecretAnswers;

/** The company directories that keep accounts up to date (企业目录). */
@RestController
@RequestMapping("/api/v1/identity/directories")
class DirectoriesController {

    private final Directories directories;
    private final OwnPassword ownPassword;

    DirectoriesController(Directories directories, OwnPassword ownPassword) {
        this.directories = directories;
        this.ownPassword = ownPassword;
    }

    record NewDirectory(
            @NotNull UUID node,
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate until,
            @NotNull @Size(min = 1, max = 200) String password) {}

    record NewDirectoryToken(
            @NotNull LocalDate until,
            @NotNull @Size(min = 1, max = 200) String password) {}

    record DirectoryLine(
            UUID id,
            UUID node,
            String name,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt,
            @Nullable String lastAddress) {

        static DirectoryLine of(DirectoryStore.Directory directory) {
            return new DirectoryLine(
                    directory.id(),
                    directory.node(),
                    directory.name(),
                    directory.createdAt(),
                    directory.expiresAt(),
                    directory.lastUsedAt(),
                    directory.lastAddress());
        }
    }

    record DirectoryLines(List<DirectoryLine> items) {}

    record MadeDirectory(DirectoryLine line, String token) {

        static MadeDirectory of(Directories.Made made) {
            return new MadeDirectory(DirectoryLine.of(made.directory()), made.secret());
        }
    }

    @GetMapping
    @Right(value = "identity.manage", scope = Scope.NODES)
    DirectoryLines all(Caller caller) {
        return new DirectoryLines(
                directories.within(caller).stream().map(DirectoryLine::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = "identity.manage", scope = Scope.NODES)
    MadeDirectory add(@Valid @RequestBody NewDirectory directory, Caller caller, HttpServletRequest request) {
        SecretAnswers.holds(request);
        ownPassword.require(caller, directory.password(), "password");
        return MadeDirectory.of(
                directories.add(caller, directory.node(), directory.name().strip(), directory.until()));
    }

    @PostMapping("/{id}/token")
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = "identity.manage", scope = Scope.NODES)
    MadeDirectory renew(
            @PathVariable UUID id,
            @Valid @RequestBody NewDirectoryToken token,
            Caller caller,
            HttpServletRequest request) {
        SecretAnswers.holds(request);
        ownPassword.require(caller, token.password(), "password");
        return MadeDirectory.of(directories.renew(caller, id, token.until()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = "identity.manage", scope = Scope.NODES)
    void revoke(@PathVariable UUID id, Caller caller) {
        directories.revoke(caller, id);
    }
}
