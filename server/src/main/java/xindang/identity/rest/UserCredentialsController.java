package xindang.identity.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.identity.Passkeys;
import xindang.identity.SecondFactor;
import xindang.identity.SessionList;
import xindang.identity.User;
import xindang.identity.store.UserList;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** What an administrator may do about how others sign in (代管登录): end it, and take away a second factor and passkeys that were lost. */
@RestController
@RequestMapping("/api/v1/identity/users/{id}")
class UserCredentialsController {

    private final UserList users;
    private final SessionList sessions;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;

    UserCredentialsController(UserList users, SessionList sessions, SecondFactor secondFactor, Passkeys passkeys) {
        this.passkeys = passkeys;
        this.users = users;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
    }

    record UserSessions(List<SessionList.SessionLine> items) {}

    @GetMapping("/sessions")
    @Right(value = "identity.manage", scope = Scope.NODES)
    UserSessions sessions(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return new UserSessions(sessions.of(user(id, caller).id(), request));
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = "identity.manage", scope = Scope.NODES)
    void endSessions(@PathVariable UUID id, Caller caller) {
        sessions.endAll(caller, user(id, caller));
    }

    @DeleteMapping("/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = "identity.manage", scope = Scope.NODES)
    void resetSecondFactor(@PathVariable UUID id, Caller caller) {
        User user = user(id, caller);
        secondFactor.reset(caller, user);
        passkeys.removeAll(caller, user);
    }

    private User user(UUID id, Caller caller) {
        return users.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }
}
