package xindang.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.identity.store.AttemptStore;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Slows guessing down (防猜测). After five failures what is guessed at waits half a minute, then twice as long with each more, a
 * quarter of an hour at most; an address waits after fifty failures in a quarter of an hour. A guess counts before it is judged,
 * so that many at once gain nothing; what comes while it waits is not judged and does not count. Held in the database, so it is
 * the same for all processes.
 */
@Component
class Guesses {

    private static final Duration MEMORY = Duration.ofDays(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int FREE_BY_TARGET = 5;
    private static final int FREE_FROM_ADDRESS = 50;

    /** In place of an address. */
    private static final String SIGNED_IN = "signed-in";

    /** More doublings than this are longer than the longest wait anyway. */
    private static final int MOST_DOUBLINGS = 10;

    private final AttemptStore attempts;
    private final TransactionTemplate apart;
    private final BusinessClock clock;

    Guesses(AttemptStore attempts, PlatformTransactionManager transactions, BusinessClock clock) {
        this.attempts = attempts;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        // A failure stays counted when the command that judged it is undone.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A guess that was counted.
     *
     * @param id of its row
     * @param target what is guessed at: a login, or the second step of a user
     */
    record Guess(long id, String target) {}

    /**
     * Counts a guess.
     *
     * @throws Refusal 429 with {@code Retry-After} in seconds
     */
    Guess begin(String target, String address) {
        return begin(target, address, FREE_FROM_ADDRESS);
    }

    /**
     * Counts a guess of somebody who is signed in; how many others sit behind the same address is no matter.
     *
     * @throws Refusal 429 with {@code Retry-After} in seconds
     */
    Guess beginWithin(String target) {
        return begin(target, SIGNED_IN, Integer.MAX_VALUE);
    }

    private Guess begin(String target, String address, int freeFromAddress) {
        OffsetDateTime now = clock.timestamp();
        Object result = apart.execute(_ -> {
            attempts.lock(target);
            AttemptStore.Failures failures =
                    attempts.failures(target, address, now.minus(MEMORY), now.minus(LONGEST_WAIT));
            Duration wait = wait(failures, freeFromAddress, now);
            return wait.isPositive() ? wait : (Object) attempts.insert(target, address, now);
        });
        if (result instanceof Long id) {
            return new Guess(id, target);
        }
        long seconds = result instanceof Duration wait
                ? Math.max(1, wait.plusMillis(999).toSeconds())
                : 1;
        throw Refusal.of(Code.TOO_MANY_ATTEMPTS).withHeader("Retry-After", String.valueOf(seconds));
    }

    /** It was right: what was guessed at begins anew. */
    void right(Guess guess) {
        attempts.forget(guess.target(), clock.timestamp().minus(MEMORY));
    }

    /** It was no guess: what it held was right, and more is needed. */
    void takeBack(Guess guess) {
        attempts.remove(guess.id());
    }

    private static Duration wait(AttemptStore.Failures failures, int freeFromAddress, OffsetDateTime now) {
        if (failures.fromAddress() >= freeFromAddress) {
            return FIRST_WAIT;
        }
        int over = failures.atTarget() - FREE_BY_TARGET;
        if (over < 0 || failures.latest() == null) {
            return Duration.ZERO;
        }
        Duration whole = FIRST_WAIT.multipliedBy(1L << Math.min(over, MOST_DOUBLINGS));
        Duration longest = whole.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : whole;
        Instant end = failures.latest()
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant()
                .plus(longest);
        return Duration.between(now.toInstant(), end);
    }
}
