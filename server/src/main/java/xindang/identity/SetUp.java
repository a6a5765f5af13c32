package xindang.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.NodeStore;
import xindang.identity.store.RoleStore;
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
    private final RoleStore roles;
    private final AssignmentStore assignments;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final BusinessClock clock;
    private final Wall wall;
    private final ApplicationEventPublisher events;

    SetUp(
            SetupCodeStore codes,
            UserStore users,
            NodeStore nodes,
            RoleStore roles,
            AssignmentStore assignments,
            PasswordHasher hasher,
            PasswordRules rules,
            BusinessClock clock,
            Wall wall,
            ApplicationEventPublisher events) {
        this.codes = codes;
        this.users = users;
        this.nodes = nodes;
        this.roles = roles;
        this.assignments = assignments;
        this.hasher = hasher;
        this.rules = rules;
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
        codes.replace(Hashes.sha256(code.toString()), now, now.plus(LIFE));
        return Optional.of(code.toString());
    }

    /**
     * Makes company and administrator.
     *
     * @param admin login of the administrator, lower case
     * @throws Refusal 409 if it is set up already, 403 if the code is wrong, 422 if the password is easy to guess
     */
    @Transactional
    public User handle(String code, String company, String admin, String adminName, String password) {
        codes.lock();
        if (!isNeeded()) {
            throw Refusal.of(Code.ALREADY_SET_UP);
        }
        if (!codes.use(Hashes.sha256(code.strip().toUpperCase(Locale.ROOT)), clock.timestamp())) {
            throw Refusal.of(Code.WRONG_SETUP_CODE);
        }
        rules.check("admin.password", password, admin, adminName, company);
        Node root = nodes.insert(null, "company", company, clock.today());
        // Nobody has signed in yet, so the request reaches no node of its own.
        wall.opensFor(root.id());
        User user =
                users.insert(root.id(), admin, adminName, hasher.hash(password)).orElseThrow();
        UUID role = roles.preset("administrator").orElseThrow().id();
        assignments.insert(user.id(), role, root.id(), clock.today(), null);
        events.publishEvent(new InstallationSetUp(root.id(), user.id(), user.name(), clock.today()));
        return user;
    }
}
