package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import xindang.identity.Passkeys;
import xindang.identity.store.PasskeyStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.SecretAnswers;

/** Passkeys of one's own (我的通行密钥). */
@RestController
@RequestMapping("/api/v1/identity/passkeys")
class PasskeysController {

    private final Passkeys passkeys;
    private final OwnPassword ownPassword;

    PasskeysController(Passkeys passkeys, OwnPassword ownPassword) {
        this.passkeys = passkeys;
        this.ownPassword = ownPassword;
    }

    record PasskeyLines(boolean offered, List<PasskeyStore.Passkey> items) {}

    record PasskeyWish(@NotNull @Size(min = 1, max = 200) String password) {}

    record NewPasskey(
            @NotBlank @Size(max = 100) String name, @NotNull Map<String, Object> credential) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    PasskeyLines all(Caller caller, HttpServletRequest request) {
        return new PasskeyLines(passkeys.isOffered(request), passkeys.of(caller.id()));
    }

    @PostMapping("/options")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Map<String, Object> begin(@Valid @RequestBody PasskeyWish wish, Caller caller, HttpServletRequest request) {
        SecretAnswers.holds(request);
        ownPassword.require(caller, wish.password(), "password");
        return passkeys.beginAdding(caller, request);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    PasskeyLines add(@Valid @RequestBody NewPasskey passkey, Caller caller, HttpServletRequest request) {
        passkeys.add(caller, passkey.name().strip(), passkey.credential(), request);
        return all(caller, request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void remove(@PathVariable UUID id, Caller caller) {
        passkeys.remove(caller, id);
    }
}
