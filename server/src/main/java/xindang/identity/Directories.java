package xindang.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.store.DirectoryAccountStore;
import xindang.identity.store.DirectoryStore;
import xindang.identity.store.NodeStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Grant;
import xindang.platform.access.Reach;
import xindang.platform.access.Right;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * The company directories that keep accounts up to date (企业目录): each with a token of its own that opens nothing else, for a year at
 * most. Only the hash of the token is kept.
 */
@Service
public class Directories {

    private static final String PREFIX = "xdd_";
    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_DAYS = 366;
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    private final SecureRandom random = new SecureRandom();
    private final InstantSource machine = InstantSource.system();
    private final DirectoryStore store;
    private final DirectoryAccountStore accounts;
    private final NodeStore nodes;
    private final TreeOfToday tree;
    private final Trail trail;

    Directories(DirectoryStore store, DirectoryAccountStore accounts, NodeStore nodes, TreeOfToday tree, Trail trail) {
        this.store = store;
        this.accounts = accounts;
        this.nodes = nodes;
        this.tree = tree;
        this.trail = trail;
    }

    /**
     * A directory with its new token.
     *
     * @param secret what the directory sends; shown now and never again
     */
    public record Made(DirectoryStore.Directory directory, String secret) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    /** Whether a token says that it is a directory's. */
    public static boolean isToken(String token) {
        return token.startsWith(PREFIX);
    }

    /** The directories within the caller's reach. */
    @Transactional(readOnly = true)
    public List<DirectoryStore.Directory> within(Caller caller) {
        return store.of(caller.nodes());
    }

    /**
     * Connects a directory with a node within the caller's reach.
     *
     * @param until last day its token counts, in the zone of business dates
     */
    @Transactional
    public Made add(Caller caller, UUID node, String name, LocalDate until) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("node", "unknown"));
        }
        OffsetDateTime end = end(until);
        String secret = secret();
        DirectoryStore.Directory made = store.insert(node, name, Hashes.sha256(secret), now(), end);
        trail.record(caller, Act.of(node, "identity.add-directory", "directory", made.id(), name));
        return new Made(made, secret);
    }

    /** Gives a directory another token; the one before counts no more. */
    @Transactional
    public Made renew(Caller caller, UUID id, LocalDate until) {
        DirectoryStore.Directory directory = find(caller, id);
        OffsetDateTime end = end(until);
        String secret = secret();
        store.renew(id, Hashes.sha256(secret), end);
        trail.record(caller, Act.of(directory.node(), "identity.renew-directory", "directory", id, directory.name()));
        return new Made(find(caller, id), secret);
    }

    /** Disconnects a directory; the accounts stay as they are, and another directory may keep them. */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        DirectoryStore.Directory directory = find(caller, id);
        store.revoke(id, now());
        accounts.release(id);
        trail.record(caller, Act.of(directory.node(), "identity.revoke-directory", "directory", id, directory.name()));
    }

    /** A directory within the caller's reach. */
    DirectoryStore.Directory find(Caller caller, UUID id) {
        return store.find(caller.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /**
     * The directory as the caller of a request: with its one right, at its node and below.
     *
     * @throws Refusal 401 if the token does not count
     */
    public Caller caller(String secret, HttpServletRequest request) {
        DirectoryStore.Directory directory = store.byHash(Hashes.sha256(secret), now())
                .orElseThrow(
                        () -> Refusal.of(IdentityProblem.TOKEN_NOT_VALID).withHeader("WWW-Authenticate", "Bearer"));
        OffsetDateTime now = now();
        if (directory.lastUsedAt() == null
                || directory.lastUsedAt().plus(NOTE_EVERY).isBefore(now)) {
            store.used(directory.id(), request.getRemoteAddr(), now);
        }
        tree.catchUp();
        UUID node = directory.node();
        List<UUID> below = nodes.subtree(node).stream().map(Node::id).toList();
        var grant = new Grant("directory", node, below, Reach.NOTHING, Set.of(Right.DIRECTORY), false, null, null);
        return Caller.holding(directory.id(), "", directory.name(), "zh", node, List.of(grant));
    }

    private OffsetDateTime end(LocalDate until) {
        LocalDate today = LocalDate.ofInstant(machine.instant(), BusinessClock.ZONE);
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("until", "not-within-a-year"));
        }
        return until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The machine's own time, as for other tokens. */
    private OffsetDateTime now() {
        return machine.instant().atOffset(ZoneOffset.UTC);
    }
}
