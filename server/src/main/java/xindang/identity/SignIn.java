package xindang.identity;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import xindang.identity.store.CredentialStore;
import xindang.identity.store.UserStore;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Signs a person in by login and password, and by a code where a second factor is in force (登录). Nothing of it is kept between
 * the steps: whoever is asked for more sends everything once more, so it does not matter which process answers.
 */
@Service
public class SignIn {

    private final Guesses guesses;
    private final UserStore users;
    private final CredentialStore credentials;
    private final SecondFactor secondFactor;
    private final OwnPassword ownPassword;
    private final PasswordHasher hasher;
    private final SignInTrail trail;

    SignIn(
            Guesses guesses,
            UserStore users,
            CredentialStore credentials,
            SecondFactor secondFactor,
            OwnPassword ownPassword,
            PasswordHasher hasher,
            SignInTrail trail) {
        this.guesses = guesses;
        this.trail = trail;
        this.users = users;
        this.credentials = credentials;
        this.secondFactor = secondFactor;
        this.ownPassword = ownPassword;
        this.hasher = hasher;
    }

    /**
     * What somebody signs in with.
     *
     * @param login in any case
     * @param password password
     * @param code code of the authenticator app, or a recovery code; null if none was asked for
     * @param newPassword takes the place of one that somebody else set; null if none was asked for
     * @param address network address it comes from
     */
    public record Entry(
            String login,
            String password,
            @Nullable String code,
            @Nullable String newPassword,
            String address) {

        /** Without what it holds, lest it stand in a log. */
        @Override
        public String toString() {
            return "Entry";
        }
    }

    /**
     * The user who signs in.
     *
     * @throws Refusal 401 if login or password is wrong or the account is closed, all alike; 401 if a code is needed or wrong, 403
     *     if a new password is due, both only after the password was right; 429 after too many failures
     */
    public User handle(Entry entry) {
        String lower = entry.login().strip().toLowerCase(Locale.ROOT);
        Guesses.Guess guess = guesses.begin(lower, entry.address());
        User user = knownByPassword(lower, entry.password());
        CredentialStore.Standing standing = credentials.find(user.id()).orElseThrow();
        boolean second = secondFactor.isInForce(user.id());
        if (second && entry.code() == null) {
            guesses.takeBack(guess);
            throw Refusal.of(IdentityProblem.CODE_NEEDED);
        }
        // A code is taken once, so whatever else may be missing is asked for before.
        mustFit(entry, user, standing, guess);
        if (second && !secondFactor.accepts(user.id(), String.valueOf(entry.code()))) {
            trail.refused(user, "code");
            throw Refusal.of(IdentityProblem.WRONG_CODE);
        }
        if (entry.newPassword() != null) {
            ownPassword.replace(user, entry.newPassword());
        }
        guesses.right(guess);
        return user;
    }

    private User knownByPassword(String login, String password) {
        Optional<UserStore.Credentials> found =
                users.credentials(login).filter(one -> one.user().active());
        if (found.isEmpty()) {
            hasher.compareWithNothing(password);
            throw Refusal.of(Code.WRONG_CREDENTIALS);
        }
        if (!hasher.matches(password, found.get().passwordHash())) {
            trail.refused(found.get().user(), "password");
            throw Refusal.of(Code.WRONG_CREDENTIALS);
        }
        return found.get().user();
    }

    private void mustFit(Entry entry, User user, CredentialStore.Standing standing, Guesses.Guess guess) {
        if (standing.changeDue() && entry.newPassword() == null) {
            guesses.takeBack(guess);
            throw Refusal.of(IdentityProblem.PASSWORD_CHANGE_DUE);
        }
        if (entry.newPassword() == null) {
            return;
        }
        try {
            if (!standing.changeDue()) {
                throw Refusal.of(Code.INVALID_FIELDS, Reason.field("newPassword", "not-asked-for"));
            }
            ownPassword.mustBeGood("newPassword", user, entry.password(), entry.newPassword());
        } catch (Refusal unfit) {
            guesses.takeBack(guess);
            throw unfit;
        }
    }
}
