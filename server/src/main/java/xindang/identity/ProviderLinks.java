package xindang.identity;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.store.ProviderStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.database.Wall;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/**
 * Which account of the provider is whose (单点登录绑定). The login counts once, at the first sign-in; afterwards only the provider's
 * own name of the account, as logins are given anew and change hands.
 */
@Service
public class ProviderLinks {

    private final ProviderStore store;
    private final UserStore users;
    private final AccountReach reach;
    private final SignInTrail signIns;
    private final Trail trail;
    private final Wall wall;
    private final TransactionTemplate transaction;

    ProviderLinks(
            ProviderStore store,
            UserStore users,
            AccountReach reach,
            SignInTrail signIns,
            Trail trail,
            Wall wall,
            TransactionTemplate transaction) {
        this.store = store;
        this.users = users;
        this.reach = reach;
        this.signIns = signIns;
        this.trail = trail;
        this.wall = wall;
        this.transaction = transaction;
    }

    /** The links of a user. */
    @Transactional(readOnly = true)
    public List<ProviderStore.Link> of(UUID user) {
        return store.of(user);
    }

    /**
     * The user a person of the provider is.
     *
     * @throws Refusal 403 if no open account fits, or the one of this login is bound to somebody else
     */
    User userOf(String issuer, Provider.Newcomer person) {
        Optional<User> known = store.user(issuer, person.subject());
        Optional<User> found = known.isPresent() ? known : boundNow(issuer, person);
        if (found.isEmpty()) {
            signIns.providerRefused(issuer, "no-account");
            throw Refusal.of(IdentityProblem.PROVIDER_NO_ACCOUNT);
        }
        User user = found.get();
        if (!user.active()) {
            signIns.providerRefused(user);
            throw Refusal.of(IdentityProblem.PROVIDER_NO_ACCOUNT);
        }
        store.used(issuer, person.subject(), now());
        return user;
    }

    private Optional<User> boundNow(String issuer, Provider.Newcomer person) {
        String login = person.login();
        if (login == null) {
            return Optional.empty();
        }
        Optional<User> user =
                users.credentials(login.strip().toLowerCase(Locale.ROOT)).map(UserStore.Credentials::user);
        if (user.isEmpty() || !user.get().active()) {
            return user;
        }
        Boolean bound = transaction.execute(_ -> bind(issuer, person.subject(), user.get()));
        return Boolean.TRUE.equals(bound) ? user : Optional.empty();
    }

    /** The table refuses a second link of either side, also where two ask at once. */
    private boolean bind(String issuer, String subject, User user) {
        if (!store.bind(user.id(), issuer, subject, now())) {
            return false;
        }
        wall.opensFor(user.node());
        trail.record(
                user.id(),
                user.name(),
                Act.of(user.node(), "identity.bind-provider", "user", user.id(), user.login())
                        .basedOn(Map.of("provider", issuer)));
        return true;
    }

    /**
     * Takes the links of a user away; whoever signs in next with his login is bound anew. An administrator does that.
     *
     * @throws Refusal 404 if there is none; 403 if the account is more than the caller may touch
     */
    @Transactional
    public void remove(Caller caller, User user) {
        reach.requireNewWay(caller, user.id());
        if (store.removeAll(user.id()) == 0) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        trail.record(caller, Act.of(user.node(), "identity.remove-provider", "user", user.id(), user.login()));
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
