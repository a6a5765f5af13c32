package xindang.identity;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.CredentialStore;
import xindang.identity.store.NodeStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.database.Wall;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/** A person's own password: asked for once more before what matters, and changed (本人口令). */
@Service
public class OwnPassword {

    private final UserStore users;
    private final CredentialStore credentials;
    private final NodeStore nodes;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final Guesses guesses;
    private final Trail trail;
    private final SignInTrail signInTrail;
    private final Wall wall;
    private final BusinessClock clock;

    OwnPassword(
            UserStore users,
            CredentialStore credentials,
            NodeStore nodes,
            PasswordHasher hasher,
            PasswordRules rules,
            Guesses guesses,
            Trail trail,
            SignInTrail signInTrail,
            Wall wall,
            BusinessClock clock) {
        this.users = users;
        this.credentials = credentials;
        this.nodes = nodes;
        this.hasher = hasher;
        this.rules = rules;
        this.guesses = guesses;
        this.trail = trail;
        this.signInTrail = signInTrail;
        this.wall = wall;
        this.clock = clock;
    }

    /**
     * Makes sure that it is the person who sits there. Call it outside a transaction: it takes its time.
     *
     * @param field field of the request that a refusal names
     * @throws Refusal 403 if the password is wrong, 429 after too many failures
     */
    public void require(Caller caller, String password, String field) {
        Guesses.Guess guess = guesses.beginWithin("again " + caller.id());
        if (!hasher.matches(
                password, credentials.find(caller.id()).orElseThrow().hash())) {
            users.find(caller.id()).ifPresent(user -> signInTrail.refused(user, "own-password"));
            throw Refusal.of(IdentityProblem.WRONG_PASSWORD, Reason.field(field, "wrong"));
        }
        guesses.right(guess);
    }

    /**
     * Changes the caller's password; all his sessions end.
     *
     * @param old the present one, already found right
     * @return the user, for a new session
     */
    @Transactional
    public User change(Caller caller, String old, String password) {
        User user = users.find(caller.id()).orElseThrow();
        mustBeGood("password", user, old, password);
        replace(user, password);
        return user;
    }

    /** Refuses a new password that is easy to guess or the old one. */
    void mustBeGood(String field, User user, String old, String password) {
        if (password.equals(old)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field(field, "same-as-before"));
        }
        rules.check(field, password, user.login(), user.name(), company(user));
    }

    /** Gives a user a new password; all his sessions end. */
    @Transactional
    public void replace(User user, String password) {
        credentials.setOwn(user.id(), hasher.hash(password), clock.timestamp());
        // At a first sign-in nobody is known yet, so the request reaches no node of its own.
        wall.opensFor(user.node());
        trail.record(
                user.id(),
                user.name(),
                Act.of(user.node(), "identity.change-password", "user", user.id(), user.login())
                        .with(List.of(new Change("password", null, null))));
    }

    private String company(User user) {
        return nodes.company(user.node()).flatMap(nodes::find).map(Node::name).orElse("");
    }
}
