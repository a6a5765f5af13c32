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
import xindang.identity.SessionList;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;

/** Where one is signed in (我的会话). */
@RestController
@RequestMapping("/api/v1/identity/sessions")
class OwnSessionsController {

    private final SessionList list;

    OwnSessionsController(SessionList list) {
        this.list = list;
    }

    record SessionLines(List<SessionList.SessionLine> items) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    SessionLines all(Caller caller, HttpServletRequest request) {
        return new SessionLines(list.of(caller.id(), request));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void endOthers(Caller caller, HttpServletRequest request) {
        list.endOthers(caller, request);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void end(@PathVariable UUID id, Caller caller) {
        list.end(caller.id(), id);
    }
}
