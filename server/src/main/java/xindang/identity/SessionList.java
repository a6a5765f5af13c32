package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.store.CredentialStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** Where a user is signed in, and the end of it (会话清单). Sessions are in the database, so those of all processes are seen. */
@Service
public class SessionList {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SessionMarks marks;
    private final CredentialStore credentials;
    private final Trail trail;

    SessionList(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            SessionMarks marks,
            CredentialStore credentials,
            Trail trail) {
        this.sessions = sessions;
        this.marks = marks;
        this.credentials = credentials;
        this.trail = trail;
    }

    /**
     * A session.
     *
     * @param id its name; not the secret that its cookie holds
     * @param current whether the request that asks came with it
     * @param device what the browser calls itself
     * @param address network address it began from
     * @param startedAt when somebody signed in
     * @param lastUsedAt latest request
     */
    public record SessionLine(
            UUID id, boolean current, String device, String address, Instant startedAt, Instant lastUsedAt) {}

    /** The sessions of a user, the latest used first. */
    public List<SessionLine> of(UUID user, HttpServletRequest request) {
        String current = handle(request).orElse("");
        return counting(user).stream()
                .map(session -> line(session, current))
                .sorted(Comparator.comparing(SessionLine::lastUsedAt).reversed())
                .toList();
    }

    /**
     * Ends one session of a user.
     *
     * @throws Refusal 404 if he has none of this name
     */
    public void end(UUID user, UUID id) {
        Session found = counting(user).stream()
                .filter(session -> id.toString().equals(session.getAttribute(SessionMarks.HANDLE)))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        sessions.deleteById(found.getId());
    }

    /** Ends all sessions of the caller but the one that asks. */
    public void endOthers(Caller caller, HttpServletRequest request) {
        String current = handle(request).orElse("");
        for (Session session : counting(caller.id())) {
            if (!current.equals(session.getAttribute(SessionMarks.HANDLE))) {
                sessions.deleteById(session.getId());
            }
        }
    }

    /** Ends all sessions of a user; an administrator does that. */
    @Transactional
    public void endAll(Caller caller, User user) {
        credentials.endSessions(user.id());
        trail.record(caller, Act.of(user.node(), "identity.end-sessions", "user", user.id(), user.login()));
    }

    private List<? extends Session> counting(UUID user) {
        return sessions.findByPrincipalName(user.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .filter(session -> marks.counts(
                        session.getAttribute(SessionMarks.EPOCH),
                        session.getCreationTime().toEpochMilli(),
                        user))
                .toList();
    }

    private static SessionLine line(Session session, String current) {
        String handle = text(session, SessionMarks.HANDLE);
        return new SessionLine(
                UUID.fromString(handle),
                handle.equals(current),
                text(session, SessionMarks.DEVICE),
                text(session, SessionMarks.ADDRESS),
                session.getCreationTime(),
                session.getLastAccessedTime());
    }

    private static String text(Session session, String name) {
        Object value = session.getAttribute(name);
        return value instanceof String text ? text : "";
    }

    private static Optional<String> handle(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SessionMarks.HANDLE) instanceof String handle
                ? Optional.of(handle)
                : Optional.empty();
    }
}
