package xindang.identity;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.identity.store.AttemptStore;
import xindang.identity.store.UserStore;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Signs a person in by login and password (登录). After five failures within a quarter of an hour a login waits, after fifty
 * an address; an attempt counts before it is judged, so that many at once gain nothing.
 */
@Service
public class SignIn {

    private static final Duration MEMORY = Duration.ofMinutes(15);
    private static final int MOST_BY_LOGIN = 5;
    private static final int MOST_FROM_ADDRESS = 50;

    private final AttemptStore attempts;
    private final UserStore users;
    private final PasswordHasher hasher;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    SignIn(
            AttemptStore attempts,
            UserStore users,
            PasswordHasher hasher,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.attempts = attempts;
        this.users = users;
        this.hasher = hasher;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The user with this login and password.
     *
     * @param address network address the attempt comes from
     * @throws Refusal 401 if one of them is wrong or the account is closed, all alike; 429 after too many failures
     */
    public User handle(String login, String password, String address) {
        String lower = login.strip().toLowerCase(Locale.ROOT);
        OffsetDateTime now = clock.timestamp();
        AttemptStore.Counts before = transaction.execute(_ -> attempts.note(lower, address, now, now.minus(MEMORY)));
        if (before == null || before.byLogin() >= MOST_BY_LOGIN || before.fromAddress() >= MOST_FROM_ADDRESS) {
            throw Refusal.of(Code.TOO_MANY_ATTEMPTS).withHeader("Retry-After", String.valueOf(MEMORY.toSeconds()));
        }
        Optional<UserStore.Credentials> found =
                users.credentials(lower).filter(one -> one.user().active());
        if (found.isEmpty()) {
            hasher.compareWithNothing(password);
            throw Refusal.of(Code.WRONG_CREDENTIALS);
        }
        if (!hasher.matches(password, found.get().passwordHash())) {
            throw Refusal.of(Code.WRONG_CREDENTIALS);
        }
        attempts.forget(lower, now.minus(MEMORY));
        return found.get().user();
    }
}
