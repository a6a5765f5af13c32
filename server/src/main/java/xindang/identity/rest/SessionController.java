package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import xindang.identity.Sessions;
import xindang.identity.SignIn;
import xindang.identity.User;
import xindang.identity.UserChange;
import xindang.identity.store.NodeStore;
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
    private final Sessions sessions;
    private final NodeStore nodes;
    private final UserChange change;
    private final BusinessClock clock;

    SessionController(SignIn signIn, Sessions sessions, NodeStore nodes, UserChange change, BusinessClock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.nodes = nodes;
        this.change = change;
        this.clock = clock;
    }

    record Credentials(
            @NotNull @Size(min = 1, max = 64) String login,
            @NotNull @Size(min = 1, max = 200) String password) {}

    record Preferences(@Nullable @Pattern(regexp = "zh|en") String language) {}

    @PostMapping
    @Open("nobody is signed in yet")
    Me signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        User user = signIn.handle(credentials.login(), credentials.password(), request.getRemoteAddr());
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
        sessions.end(request);
    }

    private Me me(Caller caller) {
        return Me.of(
                caller,
                nodes.subtree(caller.node()),
                clock,
                Me.class.getPackage().getImplementationVersion());
    }
}
