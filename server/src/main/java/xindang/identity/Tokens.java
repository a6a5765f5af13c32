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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.store.TokenStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Keys by which programs act for a user (接口令牌): some of his rights, for a year at most. A token never has more than its user has
 * at the time of a request, and never what belongs to signing in. Only its hash is kept.
 */
@Service
public class Tokens {

    /** Lets scanners of source code know what they have found. */
    private static final String PREFIX = "xdt_";

    private static final int SECRET_BYTES = 32;
    private static final int LONGEST_DAYS = 366;
    private static final Duration NOTE_EVERY = Duration.ofMinutes(1);

    /** Who holds it could make other credentials for himself. */
    private static final Set<String> NEVER = Set.of("identity.manage");

    private final SecureRandom random = new SecureRandom();
    private final TokenStore store;
    private final UserStore users;
    private final Sessions sessions;
    private final Trail trail;
    private final InstantSource machine = InstantSource.system();

    Tokens(TokenStore store, UserStore users, Sessions sessions, Trail trail) {
        this.store = store;
        this.users = users;
        this.sessions = sessions;
        this.trail = trail;
    }

    /**
     * A new token.
     *
     * @param token without its secret
     * @param secret what a program sends; shown now and never again
     */
    public record Made(TokenStore.Token token, String secret) {

        @Override
        public String toString() {
            return "Made";
        }
    }

    /** The tokens of a user. */
    @Transactional(readOnly = true)
    public List<TokenStore.Token> of(UUID user) {
        return store.of(user);
    }

    /** The rights a caller may give to a token. */
    public static Set<String> grantable(Caller caller) {
        return caller.rights().stream().filter(right -> !NEVER.contains(right)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Makes a token.
     *
     * @param until last day it counts, in the zone of business dates
     * @throws Refusal 422 if a right is not the caller's or the day is past or more than a year away
     */
    @Transactional
    public Made make(Caller caller, String name, Set<String> rights, LocalDate until) {
        if (rights.isEmpty() || !grantable(caller).containsAll(rights)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("rights", rights.isEmpty() ? "required" : "not-yours"));
        }
        LocalDate today = LocalDate.ofInstant(machine.instant(), BusinessClock.ZONE);
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("until", "not-within-a-year"));
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OffsetDateTime end = until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        TokenStore.Token token = store.insert(caller.id(), name, Hashes.sha256(secret), rights, now(), end);
        trail.record(caller, Act.of(caller.node(), "identity.add-token", "token", token.id(), name));
        return new Made(token, secret);
    }

    /**
     * Revokes one of the caller's tokens.
     *
     * @throws Refusal 404 if he has none of this id
     */
    @Transactional
    public void revoke(Caller caller, UUID id) {
        String name = store.revoke(caller.id(), id, now()).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        trail.record(caller, Act.of(caller.node(), "identity.revoke-token", "token", id, name));
    }

    /**
     * Who calls by a token: its user with those rights that both have now.
     *
     * @throws Refusal 401 if it does not count
     */
    public Caller caller(String secret, HttpServletRequest request) {
        return store.byHash(Hashes.sha256(secret), now())
                .flatMap(token -> caller(token, request.getRemoteAddr()))
                .orElseThrow(
                        () -> Refusal.of(IdentityProblem.TOKEN_NOT_VALID).withHeader("WWW-Authenticate", "Bearer"));
    }

    private Optional<Caller> caller(TokenStore.Token token, String address) {
        return users.find(token.user()).filter(User::active).map(user -> {
            OffsetDateTime now = now();
            if (token.lastUsedAt() == null
                    || token.lastUsedAt().plus(NOTE_EVERY).isBefore(now)) {
                store.used(token.id(), address, now);
            }
            return sessions.caller(user).withOnly(token.rights());
        });
    }

    /** The machine's own time: a moved business date must not make tokens expire or live longer. */
    private OffsetDateTime now() {
        return machine.instant().atOffset(ZoneOffset.UTC);
    }
}
