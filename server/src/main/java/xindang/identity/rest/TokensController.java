package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
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
import xindang.identity.OwnPassword;
import xindang.identity.Tokens;
import xindang.identity.store.TokenStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.SecretAnswers;

/** Keys of programs that act for one (我的接口令牌). */
@RestController
@RequestMapping("/api/v1/identity/tokens")
class TokensController {

    private final Tokens tokens;
    private final OwnPassword ownPassword;

    TokensController(Tokens tokens, OwnPassword ownPassword) {
        this.tokens = tokens;
        this.ownPassword = ownPassword;
    }

    record NewToken(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 100) Set<@NotNull @Size(max = 100) String> rights,
            @NotNull LocalDate until,
            @NotNull @Size(min = 1, max = 200) String password) {}

    record TokenLine(
            UUID id,
            String name,
            List<String> rights,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt,
            @Nullable String lastAddress) {

        static TokenLine of(TokenStore.Token token) {
            return new TokenLine(
                    token.id(),
                    token.name(),
                    token.rights(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.lastUsedAt(),
                    token.lastAddress());
        }
    }

    record TokenLines(List<TokenLine> items) {}

    record MadeToken(TokenLine line, String token) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    TokenLines all(Caller caller) {
        return new TokenLines(tokens.of(caller.id()).stream().map(TokenLine::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    MadeToken make(@Valid @RequestBody NewToken token, Caller caller, HttpServletRequest request) {
        SecretAnswers.holds(request);
        ownPassword.require(caller, token.password(), "password");
        Tokens.Made made = tokens.make(caller, token.name().strip(), token.rights(), token.until());
        return new MadeToken(TokenLine.of(made.token()), made.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void revoke(@PathVariable UUID id, Caller caller) {
        tokens.revoke(caller, id);
    }
}
