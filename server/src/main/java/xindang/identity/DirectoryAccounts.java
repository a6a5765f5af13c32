package xindang.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.store.AssignmentStore;
import xindang.identity.store.CredentialStore;
import xindang.identity.store.DirectoryAccountStore;
import xindang.identity.store.DirectoryAccountStore.Account;
import xindang.identity.store.NodeStore;
import xindang.identity.store.UserStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/**
 * What a directory does to accounts (目录同步): it makes them without roles and without a usable password, renames those it keeps, and
 * locks whomever it says has left. It gives no rights and no way to those of others, so it is no way to an administrator.
 */
@Service
public class DirectoryAccounts {

    private static final int UNUSABLE_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final DirectoryAccountStore store;
    private final Directories directories;
    private final UserStore users;
    private final NodeStore nodes;
    private final CredentialStore credentials;
    private final AssignmentStore assignments;
    private final AccountReach reach;
    private final RoleGiving giving;
    private final Separation separation;
    private final PasswordHasher hasher;
    private final Trail trail;
    private final BusinessClock clock;

    DirectoryAccounts(
            DirectoryAccountStore store,
            Directories directories,
            UserStore users,
            NodeStore nodes,
            CredentialStore credentials,
            AssignmentStore assignments,
            AccountReach reach,
            RoleGiving giving,
            Separation separation,
            PasswordHasher hasher,
            Trail trail,
            BusinessClock clock) {
        this.store = store;
        this.directories = directories;
        this.users = users;
        this.nodes = nodes;
        this.credentials = credentials;
        this.assignments = assignments;
        this.reach = reach;
        this.giving = giving;
        this.separation = separation;
        this.hasher = hasher;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a directory wants of an account; null keeps what is there.
     *
     * @param login lower case; of an account that is there already it cannot be changed
     * @param name name of the person
     * @param externalId what the directory calls the account; empty for nothing
     * @param active whether sign-in is possible
     */
    public record Wish(
            @Nullable String login,
            @Nullable String name,
            @Nullable String externalId,
            @Nullable Boolean active) {}

    /**
     * Some accounts, and how many there are.
     *
     * @param total all that were asked for
     */
    public record Some(List<Account> accounts, int total) {

        /** Copies the accounts. */
        public Some {
            accounts = List.copyOf(accounts);
        }
    }

    /** Accounts within the directory's reach, by login. */
    @Transactional(readOnly = true)
    public Some page(Caller directory, DirectoryAccountStore.Which which, int offset, int count) {
        return new Some(
                store.page(directory.nodes(), directory.id(), which, offset, count),
                store.count(directory.nodes(), directory.id(), which));
    }

    /**
     * One of them.
     *
     * @throws Refusal 404 if it is not within reach
     */
    @Transactional(readOnly = true)
    public Account one(Caller directory, UUID id) {
        return store.find(directory.nodes(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /**
     * Makes an account in the directory's node.
     *
     * @throws Refusal 409 if the login or the directory's own name of it is taken
     */
    @Transactional
    public Account add(Caller directory, Wish wish) {
        // Also of the directory's own names: no two at once may take the same.
        assignments.lock();
        UUID node = directory.home();
        if (nodes.find(node).filter(Node::closed).isPresent()) {
            throw Refusal.of(Code.CONFLICT);
        }
        String login = Objects.requireNonNull(wish.login());
        String name = wish.name() == null ? login : wish.name();
        User made = users.insert(node, login, name, unusable())
                .orElseThrow(() -> Refusal.of(Code.ALREADY_EXISTS, Reason.field("userName", "taken")));
        keep(made.id(), directory, wish.externalId(), "made");
        trail.record(
                directory,
                Act.of(node, "identity.add-user", "user", made.id(), login).basedOn(Map.of("means", "directory")));
        return Boolean.FALSE.equals(wish.active())
                ? change(directory, made.id(), new Wish(null, null, null, false))
                : one(directory, made.id());
    }

    /**
     * Changes an account. Whether it may sign in and everything else are judged apart: a lock is taken of anybody.
     *
     * @throws Refusal 403 if the account is not the directory's to rename, or somebody else locked it; 409 for the last
     *     administrator
     */
    @Transactional
    public Account change(Caller directory, UUID id, Wish wish) {
        assignments.lock();
        Account account = one(directory, id);
        User user = account.user();
        if (wish.login() != null && !wish.login().equals(user.login())) {
            throw Refusal.of(IdentityProblem.LOGIN_STAYS);
        }
        String name = wish.name() == null ? user.name() : wish.name();
        boolean active = wish.active() == null ? user.active() : wish.active();
        boolean named = wish.externalId() != null
                && !wish.externalId().equals(Objects.requireNonNullElse(externalId(directory, account), ""));
        if (named || !name.equals(user.name())) {
            takeOver(directory, account, named ? wish.externalId() : account.externalId());
        }
        if (active != user.active() || !name.equals(user.name())) {
            write(directory, account, name, active);
        }
        return one(directory, id);
    }

    /** What this directory calls an account; what others call it is none of its business. */
    public static @Nullable String externalId(Caller directory, Account account) {
        return directory.id().equals(account.directory()) ? account.externalId() : null;
    }

    private void write(Caller directory, Account account, String name, boolean active) {
        User user = account.user();
        if (active && !user.active() && (user.closed() || !directory.id().equals(account.lockedBy()))) {
            throw Refusal.of(IdentityProblem.NOT_THE_DIRECTORYS);
        }
        var changed = new User(
                user.id(), user.login(), name, user.node(), user.language(), active, user.closed(), user.version());
        if (!users.update(changed, null)) {
            throw Version.stale();
        }
        var changes = new ArrayList<Change>();
        if (!name.equals(user.name())) {
            changes.add(new Change("name", user.name(), name));
        }
        if (active != user.active()) {
            changes.add(new Change("active", String.valueOf(user.active()), String.valueOf(active)));
            lockOrOpen(directory, user.id(), active);
        }
        trail.record(
                directory,
                Act.of(user.node(), "identity.change-user", "user", user.id(), user.login())
                        .with(changes)
                        .basedOn(Map.of("means", "directory")));
    }

    /** Locked means locked with this commit: sessions end, and tokens count only of open accounts. */
    private void lockOrOpen(Caller directory, UUID user, boolean active) {
        if (active) {
            store.decided(user);
            separation.require();
            return;
        }
        credentials.endSessions(user);
        giving.requireAdministrator();
        store.locked(user, directory.id(), clock.timestamp());
    }

    /** An account that is already here becomes the directory's if nobody else's, and without rights over people. */
    private void takeOver(Caller directory, Account account, @Nullable String externalId) {
        UUID user = account.user().id();
        boolean own = directory.id().equals(account.directory());
        if (!own && (account.directory() != null || reach.rules(user))) {
            throw Refusal.of(IdentityProblem.NOT_THE_DIRECTORYS);
        }
        keep(user, directory, externalId, "matched");
    }

    private void keep(UUID user, Caller directory, @Nullable String externalId, String origin) {
        String kept = externalId == null || externalId.isEmpty() ? null : externalId;
        if (!store.keep(user, directory.id(), kept, origin)) {
            throw Refusal.of(Code.ALREADY_EXISTS, Reason.field("externalId", "taken"));
        }
    }

    /** How an account is kept. */
    @Transactional(readOnly = true)
    public Optional<DirectoryAccountStore.Kept> kept(UUID user) {
        return store.kept(user);
    }

    /**
     * Links an account to a directory by hand, also one with rights over people. An administrator does that.
     *
     * @throws Refusal 403 if the account is more than the caller may touch; 409 if the name is taken
     */
    @Transactional
    public void link(Caller caller, User user, UUID directory, String externalId) {
        assignments.lock();
        reach.require(caller, user.id());
        String name = directories.find(caller, directory).name();
        if (!store.keep(user.id(), directory, externalId, "linked")) {
            throw Refusal.of(Code.ALREADY_EXISTS, Reason.field("externalId", "taken"));
        }
        trail.record(
                caller,
                Act.of(user.node(), "identity.link-directory", "user", user.id(), user.login())
                        .with(List.of(new Change("directory", null, name))));
    }

    /** The hash of what nobody knows: it takes as long to refuse as any other. */
    private String unusable() {
        byte[] bytes = new byte[UNUSABLE_BYTES];
        random.nextBytes(bytes);
        return hasher.hash(Base64.getEncoder().encodeToString(bytes));
    }
}
