package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.Passkeys;
import xindang.identity.Sessions;
import xindang.identity.SignIn;
import xindang.identity.SignInTrail;
import xindang.identity.User;
import xindang.identity.UserChange;
import xindang.identity.store.NodeStore;
import xindang.platform.access.BearerToken;
import xindang.platform.access.Caller;
import xindang.platform.access.Open;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.time.BusinessClock;

/** Signing in and out, and who one is (登录与会话). */
@RestController
@RequestMapping("/api/v1/identity/session")
class SessionController {

    private final SignIn signIn;
    private final SignInTrail signInTrail;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final NodeStore nodes;
    private final UserChange change;
    private final BusinessClock clock;

    SessionController(
            SignIn signIn,
            SignInTrail signInTrail,
            Passkeys passkeys,
            Sessions sessions,
            NodeStore nodes,
            UserChange change,
            BusinessClock clock) {
        this.signIn = signIn;
        this.signInTrail = signInTrail;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.nodes = nodes;
        this.change = change;
        this.clock = clock;
    }

    record Credentials(
            @NotNull @Size(min = 1, max = 64) String login,
            @NotNull @Size(min = 1, max = 200) String password,
            @Nullable @Size(min = 1, max = 40) String code,
            @Nullable @Size(min = 1, max = 200) String newPassword) {

        SignIn.Entry from(HttpServletRequest request) {
            return new SignIn.Entry(login, password, code, newPassword, request.getRemoteAddr());
        }
    }

    record SignedByPasskey(@NotNull Map<String, Object> credential) {}

    record Preferences(@Nullable @Pattern(regexp = "zh|en") String language) {}

    @PostMapping
    @Open("nobody is signed in yet")
    Me signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        User user = signIn.handle(credentials.from(request));
        signInTrail.entered(user, credentials.code() == null ? "password" : "code");
        sessions.begin(request, user);
        return me(sessions.caller(user));
    }

    @PostMapping("/passkey/options")
    @Open("nobody is signed in yet")
    Map<String, Object> beginWithPasskey(HttpServletRequest request) {
        return passkeys.beginSignIn(request);
    }

    @PostMapping("/passkey")
    @Open("nobody is signed in yet")
    Me signInWithPasskey(@Valid @RequestBody SignedByPasskey signed, HttpServletRequest request) {
        User user = passkeys.signIn(signed.credential(), request);
        signInTrail.entered(user, "passkey");
        sessions.begin(request, user);
        return me(sessions.caller(user));
    }

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Me who(Caller caller) {
        return me(caller);
    }

    @PatchMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Me prefer(@Valid @RequestBody Preferences preferences, Caller caller) {
        return preferences.language() == null
                ? me(caller)
                : me(sessions.caller(change.language(caller.id(), preferences.language())));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("whoever is not signed in has nothing to end")
    void signOut(HttpServletRequest request) {
        Caller.of(request).filter(_ -> BearerToken.of(request).isEmpty()).ifPresent(signInTrail::left);
        sessions.end(request);
    }

    private Me me(Caller caller) {
        return Me.of(
                caller, nodes.of(caller.nodes()), clock, Me.class.getPackage().getImplementationVersion());
    }
}
