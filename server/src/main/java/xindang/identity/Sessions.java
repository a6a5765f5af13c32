package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;

/**
 * What a session knows (会话): the id of its user and its marks. Everything else is read anew at each request.
 */
@Component
public class Sessions {

    private static final String USER = "user";
    private static final String PROVIDER = "provider";

    private final UserStore users;
    private final Grants grants;
    private final TreeOfToday tree;
    private final SessionMarks marks;
    private final TransactionTemplate reading;

    Sessions(
            UserStore users,
            Grants grants,
            TreeOfToday tree,
            SessionMarks marks,
            PlatformTransactionManager transactions) {
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.users = users;
        this.tree = tree;
        this.grants = grants;
        this.marks = marks;
    }

    /** Begins a session of its own for a user; what the request had before is dropped. */
    public void begin(HttpServletRequest request, User user) {
        end(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(USER, user.id().toString());
        marks.put(session, request, user.id());
    }

    /** The same for somebody whom the house's provider let in, which is answerable for second factors (docs/adr/0095). */
    public void beginByProvider(HttpServletRequest request, User user) {
        begin(request, user);
        request.getSession().setAttribute(PROVIDER, true);
    }

    /** Whether the house's provider let in whoever a request's session is of. */
    public static boolean isByProvider(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && Boolean.TRUE.equals(session.getAttribute(PROVIDER));
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
        tree.catchUp();
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(USER) instanceof String id)) {
            return Optional.empty();
        }
        UUID user = UUID.fromString(id);
        // One connection for all of it: every request asks, and each connection is told anew whose rows it reaches.
        Found found = reading.execute(_ -> marks.hold(session, user)
                ? new Found(true, users.find(user).filter(User::active).map(this::caller))
                : new Found(false, Optional.empty()));
        if (!found.holds()) {
            session.invalidate();
        }
        return found.caller();
    }

    /** Whether a session still counts, and who calls. */
    private record Found(boolean holds, Optional<Caller> caller) {}

    /** A user as the caller of a request, with the roles that count today. */
    public Caller caller(User user) {
        return Caller.holding(user.id(), user.login(), user.name(), user.language(), user.node(), grants.of(user.id()));
    }
}
