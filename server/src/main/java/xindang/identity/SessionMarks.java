package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import xindang.identity.store.CredentialStore;

/**
 * What a session carries besides its user (会话标记): under which number of the user it began, a name of its own that is not its
 * secret, device and address. A session whose number is not the user's present one is over, on every process at once.
 */
@Component
class SessionMarks {

    static final String EPOCH = "epoch";
    static final String HANDLE = "handle";
    static final String DEVICE = "device";
    static final String ADDRESS = "address";

    private static final int LONGEST_DEVICE = 300;

    private final CredentialStore credentials;
    private final Duration longest;

    SessionMarks(CredentialStore credentials, @Value("${xindang.session.longest}") Duration longest) {
        this.credentials = credentials;
        this.longest = longest;
    }

    /** Marks a session that begins. */
    void put(HttpSession session, HttpServletRequest request, UUID user) {
        String device = String.valueOf(request.getHeader("User-Agent"));
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, user.toString());
        session.setAttribute(EPOCH, credentials.epoch(user).orElseThrow());
        session.setAttribute(HANDLE, UUID.randomUUID().toString());
        session.setAttribute(DEVICE, device.substring(0, Math.min(device.length(), LONGEST_DEVICE)));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
    }

    /** Whether a session of a user still counts. */
    boolean hold(HttpSession session, UUID user) {
        return counts(session.getAttribute(EPOCH), session.getCreationTime(), user);
    }

    /** The same of a session by its mark and its beginning in milliseconds. */
    boolean counts(@Nullable Object epoch, long begun, UUID user) {
        // Sessions know the machine's time, whatever the business date.
        return System.currentTimeMillis() - begun < longest.toMillis()
                && credentials
                        .epoch(user)
                        .filter(present -> present.equals(epoch))
                        .isPresent();
    }
}
