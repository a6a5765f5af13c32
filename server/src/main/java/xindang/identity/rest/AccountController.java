package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.OwnPassword;
import xindang.identity.SecondFactor;
import xindang.identity.Sessions;
import xindang.identity.Tokens;
import xindang.identity.store.CredentialStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.SecretAnswers;

/** A person's own account: password and second factor (我的账户). What weakens it asks for the password once more. */
@RestController
@RequestMapping("/api/v1/identity")
class AccountController {

    private final OwnPassword ownPassword;
    private final SecondFactor secondFactor;
    private final CredentialStore credentials;
    private final Sessions sessions;

    AccountController(
            OwnPassword ownPassword, SecondFactor secondFactor, CredentialStore credentials, Sessions sessions) {
        this.ownPassword = ownPassword;
        this.secondFactor = secondFactor;
        this.credentials = credentials;
        this.sessions = sessions;
    }

    /**
     * How one signs in.
     *
     * @param passwordSetAt when the password was set
     * @param secondFactorSince since when a code is asked for; null if none is
     * @param recoveryCodesLeft recovery codes not used yet
     * @param grantable rights that a token may get
     */
    record OwnAccount(
            OffsetDateTime passwordSetAt,
            @Nullable OffsetDateTime secondFactorSince,
            int recoveryCodesLeft,
            List<String> grantable) {}

    record PasswordChange(
            @NotNull @Size(min = 1, max = 200) String old,

            @NotNull @Size(min = UsersController.PASSWORD_LENGTH, max = 200)
            String password) {}

    record PasswordAgain(@NotNull @Size(min = 1, max = 200) String password) {}

    record CodeOfApp(@NotNull @Size(min = 1, max = 40) String code) {}

    record RecoveryCodes(List<String> codes) {}

    @GetMapping("/account")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    OwnAccount account(Caller caller) {
        SecondFactor.State state = secondFactor.state(caller.id());
        return new OwnAccount(
                credentials.find(caller.id()).orElseThrow().setAt(),
                state.since(),
                state.codesLeft(),
                Tokens.grantable(caller).stream().sorted().toList());
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void changePassword(@Valid @RequestBody PasswordChange change, Caller caller, HttpServletRequest request) {
        ownPassword.require(caller, change.old(), "old");
        sessions.begin(request, ownPassword.change(caller, change.old(), change.password()));
    }

    @PostMapping("/second-factor")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    SecondFactor.Enrolment beginSecondFactor(
            @Valid @RequestBody PasswordAgain again, Caller caller, HttpServletRequest request) {
        SecretAnswers.holds(request);
        ownPassword.require(caller, again.password(), "password");
        return secondFactor.begin(caller);
    }

    @PostMapping("/second-factor/confirmation")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    RecoveryCodes confirmSecondFactor(
            @Valid @RequestBody CodeOfApp confirmation, Caller caller, HttpServletRequest request) {
        SecretAnswers.holds(request);
        return new RecoveryCodes(secondFactor.confirm(caller, confirmation.code()));
    }

    @PostMapping("/second-factor/recovery-codes")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    RecoveryCodes renewRecoveryCodes(
            @Valid @RequestBody PasswordAgain again, Caller caller, HttpServletRequest request) {
        SecretAnswers.holds(request);
        ownPassword.require(caller, again.password(), "password");
        return new RecoveryCodes(secondFactor.renewCodes(caller));
    }

    @PostMapping("/second-factor/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void removeSecondFactor(@Valid @RequestBody PasswordAgain again, Caller caller) {
        ownPassword.require(caller, again.password(), "password");
        secondFactor.end(caller);
    }
}
