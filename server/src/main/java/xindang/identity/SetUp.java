package xindang.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.NodeStore;
import xindang.identity.store.SetupCodeStore;
import xindang.identity.store.UserStore;
import xindang.platform.database.Wall;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;

/**
 * Sets an empty installation up (初始设置): whoever knows the code that the start printed names the company and becomes
 * administrator. The code is kept as a hash and works once, for a day.
 */
@Service
public class SetUp {

    /** No letters and digits that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;
    private static final Duration LIFE = Duration.ofDays(1);

    private final SecureRandom random = new SecureRandom();
    private final SetupCodeStore codes;
    private final UserStore users;
    private final NodeStore nodes;
    private final PasswordHasher hasher;
    private final BusinessClock clock;
    private final Wall wall;
    private final ApplicationEventPublisher events;

    SetUp(
            SetupCodeStore codes,
            UserStore users,
            NodeStore nodes,
            PasswordHasher hasher,
            BusinessClock clock,
            Wall wall,
            ApplicationEventPublisher events) {
        this.codes = codes;
        this.users = users;
        this.nodes = nodes;
        this.hasher = hasher;
        this.clock = clock;
        this.wall = wall;
        this.events = events;
    }

    /** Whether the installation still waits for its set-up. */
    public boolean isNeeded() {
        return users.isEmpty();
    }

    /** A new code for an installation that waits; nothing if it is set up. Earlier codes count no longer. */
    @Transactional
    public Optional<String> newCode() {
        codes.lock();
        if (!isNeeded()) {
            return Optional.empty();
        }
        var code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            code.append(i > 0 && i % GROUP_LENGTH == 0 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        OffsetDateTime now = clock.timestamp();
        codes.replace(sha256(code.toString()), now, now.plus(LIFE));
        return Optional.of(code.toString());
    }

    /**
     * Makes company and administrator.
     *
     * @param admin login of the administrator, lower case
     * @throws Refusal 409 if it is set up already, 403 if the code is wrong
     */
    @Transactional
    public User handle(String code, String company, String admin, String adminName, String password) {
        codes.lock();
        if (!isNeeded()) {
            throw Refusal.of(Code.ALREADY_SET_UP);
        }
        if (!codes.use(sha256(code.strip().toUpperCase(Locale.ROOT)), clock.timestamp())) {
            throw Refusal.of(Code.WRONG_SETUP_CODE);
        }
        Node root = nodes.insert(null, "company", company).orElseThrow();
        // Nobody has signed in yet, so the request reaches no node of its own.
        wall.opensFor(root.id());
        User user = users.insert(root.id(), admin, adminName, "administrator", hasher.hash(password))
                .orElseThrow();
        events.publishEvent(new InstallationSetUp(root.id(), user.id(), user.name(), clock.today()));
        return user;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
