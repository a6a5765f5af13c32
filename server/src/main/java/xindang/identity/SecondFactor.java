package xindang.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.store.SecondFactorStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/**
 * One-time codes as a second step of signing in (动态口令): an app holds a secret, shows a code every thirty seconds, and a code is
 * taken once. Ten recovery codes replace a lost app. Time is that of the machine: a moved business date must not move codes.
 */
@Service
public class SecondFactor {

    /** Length RFC 4226 recommends. */
    private static final int SECRET_BYTES = 20;

    /** Clocks of phones differ; one step before and one after are taken too. */
    private static final int STEPS_AROUND = 1;

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_GROUPS = 2;
    private static final int RECOVERY_GROUP_LENGTH = 5;
    private static final String RECOVERY_SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final SecondFactorStore store;
    private final SecretBox box;
    private final AccountReach reach;
    private final Trail trail;
    private final InstantSource machine = InstantSource.system();

    SecondFactor(SecondFactorStore store, SecretBox box, AccountReach reach, Trail trail) {
        this.store = store;
        this.box = box;
        this.reach = reach;
        this.trail = trail;
    }

    /**
     * A secret on its way into an app.
     *
     * @param secret Base32, to be typed
     * @param uri the same with its labels, to be shown as a QR code
     */
    public record Enrolment(String secret, String uri) {

        @Override
        public String toString() {
            return "Enrolment";
        }
    }

    /**
     * How it stands.
     *
     * @param since since when it is in force; null if it is not
     * @param codesLeft recovery codes not used yet
     */
    public record State(@Nullable OffsetDateTime since, int codesLeft) {}

    /** How it stands with a user's second factor. */
    @Transactional(readOnly = true)
    public State state(UUID user) {
        return new State(
                store.find(user).map(SecondFactorStore.Factor::confirmedAt).orElse(null), store.codesLeft(user));
    }

    /** Whether signing in asks this user for a code. */
    boolean isInForce(UUID user) {
        return store.find(user).filter(factor -> factor.confirmedAt() != null).isPresent();
    }

    /**
     * Makes a secret; it is in force once a code confirms it.
     *
     * @throws Refusal 409 if one is in force already
     */
    @Transactional
    public Enrolment begin(Caller caller) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        if (!store.begin(caller.id(), box.seal(caller.id(), secret), now())) {
            throw Refusal.of(Code.CONFLICT);
        }
        String text = Totp.base32(secret);
        String account =
                URLEncoder.encode(caller.login(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Enrolment(text, "otpauth://totp/Xindang:" + account + "?secret=" + text + "&issuer=Xindang");
    }

    /**
     * Puts the secret in force and makes recovery codes.
     *
     * @return the codes; shown now and never again
     * @throws Refusal 409 if there is nothing to confirm, 401 if the code is wrong
     */
    @Transactional
    public List<String> confirm(Caller caller, String code) {
        SecondFactorStore.Factor factor = store.find(caller.id())
                .filter(one -> one.confirmedAt() == null)
                .orElseThrow(() -> Refusal.of(Code.CONFLICT));
        OptionalLong step = step(box.open(caller.id(), factor.sealed()), code.strip());
        if (step.isEmpty() || !store.take(caller.id(), step.getAsLong())) {
            throw Refusal.of(IdentityProblem.WRONG_CODE);
        }
        store.confirm(caller.id(), now());
        trail.record(caller, act(caller.node(), "identity.add-second-factor", caller.id(), caller.login()));
        return newCodes(caller);
    }

    /** Ten new recovery codes; earlier ones count no longer. */
    @Transactional
    public List<String> renewCodes(Caller caller) {
        if (!isInForce(caller.id())) {
            throw Refusal.of(Code.CONFLICT);
        }
        trail.record(caller, act(caller.node(), "identity.renew-recovery-codes", caller.id(), caller.login()));
        return newCodes(caller);
    }

    private List<String> newCodes(Caller caller) {
        var codes = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            codes.add(recoveryCode());
        }
        store.replaceCodes(caller.id(), codes.stream().map(this::hash).toList());
        return List.copyOf(codes);
    }

    /** Whether a code is right; it is used up by that. */
    @Transactional
    public boolean accepts(UUID user, String code) {
        String bare = code.strip().toUpperCase(Locale.ROOT);
        SecondFactorStore.Factor factor =
                store.find(user).filter(one -> one.confirmedAt() != null).orElse(null);
        if (factor == null) {
            return false;
        }
        OptionalLong step = step(box.open(user, factor.sealed()), bare);
        return step.isPresent() ? store.take(user, step.getAsLong()) : store.use(user, hash(bare), now());
    }

    /** Takes the caller's own second factor away. */
    @Transactional
    public void end(Caller caller) {
        if (store.remove(caller.id())) {
            trail.record(caller, act(caller.node(), "identity.remove-second-factor", caller.id(), caller.login()));
        }
    }

    /**
     * Takes the second factor of a user away who has lost it; an administrator does that.
     *
     * @throws Refusal 403 or 409 if the user is not one whose ways of signing in the caller may change
     */
    @Transactional
    public void reset(Caller caller, User user) {
        reach.requireNewWay(caller, user.id());
        if (store.remove(user.id())) {
            trail.record(caller, act(user.node(), "identity.reset-second-factor", user.id(), user.login()));
        }
    }

    /** The time step whose code this is, near now. */
    private OptionalLong step(byte[] secret, String code) {
        long present = Totp.step(machine.instant());
        byte[] given = code.getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - STEPS_AROUND; step <= present + STEPS_AROUND; step++) {
            if (MessageDigest.isEqual(Totp.code(secret, step).getBytes(StandardCharsets.UTF_8), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String recoveryCode() {
        var code = new StringBuilder();
        for (int i = 0; i < RECOVERY_GROUPS * RECOVERY_GROUP_LENGTH; i++) {
            code.append(i > 0 && i % RECOVERY_GROUP_LENGTH == 0 ? "-" : "")
                    .append(RECOVERY_SIGNS.charAt(random.nextInt(RECOVERY_SIGNS.length())));
        }
        return code.toString();
    }

    private String hash(String code) {
        return Hashes.keyed(box.hashKey(), code);
    }

    private static Act act(UUID node, String action, UUID user, String login) {
        return Act.of(node, action, "user", user, login);
    }

    private OffsetDateTime now() {
        Instant instant = machine.instant();
        return instant.atOffset(ZoneOffset.UTC);
    }
}
