package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.identity.store.NodeStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Reach;

/**
 * What a session knows (会话): the id of its user and nothing else. Everything else is read anew at each request.
 */
@Component
public class Sessions {

    private static final String USER = "user";

    private final UserStore users;
    private final NodeStore nodes;

    Sessions(UserStore users, NodeStore nodes) {
        this.users = users;
        this.nodes = nodes;
    }

    /** Begins a session of its own for a user; what the request had before is dropped. */
    public void begin(HttpServletRequest request, User user) {
        end(request);
        request.getSession(true).setAttribute(USER, user.id().toString());
    }

    /** Ends the session of a request, if there is one. */
    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Who calls, if the session is one of an active user. */
    public Optional<Caller> caller(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(USER) instanceof String id)) {
            return Optional.empty();
        }
        return users.find(UUID.fromString(id)).filter(User::active).map(this::caller);
    }

    /** A user as the caller of a request. */
    public Caller caller(User user) {
        List<Node> below = nodes.subtree(user.node());
        return new Caller(
                user.id(),
                user.login(),
                user.name(),
                user.role(),
                user.language(),
                user.node(),
                below.stream().map(Node::id).toList(),
                reach(below),
                Roles.rights(user.role()));
    }

    /** A group or company reaches its companies; a department reaches its part of the company it belongs to. */
    private Reach reach(List<Node> below) {
        if (below.isEmpty()) {
            return Reach.NOTHING;
        }
        Node own = below.getFirst();
        if (own.kind().equals("department")) {
            return nodes.company(own.id())
                    .map(company -> Reach.departments(
                            company, below.stream().map(Node::id).toList()))
                    .orElse(Reach.NOTHING);
        }
        return Reach.companies(below.stream()
                .filter(node -> node.kind().equals("company"))
                .map(Node::id)
                .toList());
    }
}
