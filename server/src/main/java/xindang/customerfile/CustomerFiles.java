package xindang.customerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.customerfile.store.FileStore;
import xindang.engine.customerfile.UnifiedCreditCode;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;

/** Opens and changes customer files, one at a time (建档与变更). */
@Service
public class CustomerFiles {

    private final FileStore store;
    private final Organisation organisation;
    private final Keepers keepers;
    private final Trail trail;
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    CustomerFiles(
            FileStore store,
            Organisation organisation,
            Keepers keepers,
            Trail trail,
            BusinessClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.organisation = organisation;
        this.keepers = keepers;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * What a change gives; null keeps what is there, an empty text removes it.
     *
     * @param name name of the party
     * @param address address
     * @param industry industry
     * @param department department in charge, within the file's company
     * @param keeper person who keeps the file (专管员)
     * @param deputyKeeper id of who keeps it when the keeper is away (副专管员)
     */
    public record Changes(
            @Nullable String name,
            @Nullable String address,
            @Nullable String industry,
            @Nullable UUID department,
            @Nullable UUID keeper,
            @Nullable String deputyKeeper) {}

    /**
     * Opens a file.
     *
     * @param creditCode unified social credit code, blanks and small letters allowed; null if not known
     * @param department department in charge; null: that of the caller, or the company itself
     * @throws Refusal 422 for a code that is none or a department out of reach, 409 if the company has such a customer
     */
    @Transactional
    public UUID open(Caller caller, String name, @Nullable String creditCode, @Nullable UUID department) {
        String code = code(creditCode);
        UUID place = place(caller, department);
        requireOpen(place);
        UUID company = organisation
                .company(place)
                .filter(caller.reach().companies()::contains)
                .orElseThrow(() -> Refusal.of(Code.INVALID_FIELDS, Reason.field("department", "unknown")));
        int year = clock.today().getYear();
        // Taken first: whoever opens the same customer at the same time waits here and then finds this one.
        int next = store.nextNumber(company, year);
        Optional<FileStore.Party> known = code == null ? Optional.empty() : store.partyByCode(code);
        known.flatMap(party -> store.numberOfParty(company, party.id()))
                .or(() -> store.numberOfName(company, SearchWords.normalName(name), code))
                .ifPresent(CustomerFiles::refuseDouble);
        FileStore.Party party = known.orElseGet(() -> store.insertParty(name, code));
        String number = "C%d-%06d".formatted(year, next);
        UUID file = store.insertFile(company, place.equals(company) ? null : place, party, number, clock.today());
        trail.record(
                caller,
                Act.of(company, "customerfile.open", "customer", file, number + " " + party.name())
                        .with(opened(party, place)));
        return file;
    }

    private List<Change> opened(FileStore.Party party, UUID place) {
        var changes = new ArrayList<Change>(List.of(new Change("name", null, party.name())));
        add(changes, "creditCode", null, party.creditCode());
        add(changes, "department", null, nodeName(place));
        return changes;
    }

    private static void refuseDouble(String number) {
        throw Refusal.of(CustomerProblem.CUSTOMER_EXISTS, new Reason(null, "name", Map.of("number", number)));
    }

    private static @Nullable String code(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return UnifiedCreditCode.fault(text)
                .map(fault -> fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .map(fault -> {
                    throw Refusal.of(Code.INVALID_FIELDS, Reason.field("creditCode", "wrong-" + fault));
                })
                .map(String::valueOf)
                .orElseGet(() -> UnifiedCreditCode.compact(text));
    }

    /** Where a new file belongs: asked for, or the caller's department, or the one company within reach. */
    private static UUID place(Caller caller, @Nullable UUID department) {
        if (department != null) {
            if (!caller.reaches(department)) {
                throw Refusal.of(Code.INVALID_FIELDS, Reason.field("department", "unknown"));
            }
            return department;
        }
        if (caller.reach().entire().isEmpty() && caller.reach().departments().contains(caller.node())) {
            return caller.node();
        }
        if (!caller.reach().whole() || caller.reach().companies().size() != 1) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("department", "required"));
        }
        return caller.reach().companies().getFirst();
    }

    /**
     * Changes a file within the caller's reach.
     *
     * @param version version the change starts from
     * @throws Refusal 404 out of reach, 412 if the file has another version, 422 for an unknown department or keeper
     */
    @Transactional
    public void change(Caller caller, UUID id, int version, Changes changes) {
        FileStore.Stored before = store.lock(caller.reach(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (before.version() != version) {
            throw Version.stale();
        }
        check(caller, before, changes);
        UUID department = changes.department() == null ? before.department() : department(before, changes.department());
        // Whoever keeps it reads it where it will be.
        FileStore.Stored placed = before.at(department);
        String name =
                changes.name() == null ? before.party().name() : changes.name().strip();
        var after = new FileStore.Stored(
                id,
                before.company(),
                department,
                keepers.keeper(caller, placed, changes.keeper()),
                keepers.deputy(caller, placed, changes.keeper(), changes.deputyKeeper()),
                before.party(),
                before.number(),
                text(changes.address(), before.address()),
                text(changes.industry(), before.industry()),
                before.level(),
                version);
        if (!name.equals(before.party().name())) {
            store.rename(before.party(), name);
        }
        store.update(after);
        if (!Objects.equals(before.department(), after.department())) {
            events.publishEvent(new DepartmentChanged(before.company()));
        }
        trail.record(
                caller,
                Act.of(before.company(), "customerfile.change", "customer", id, before.number() + " " + name)
                        .with(differences(before, after, name)));
    }

    private void check(Caller caller, FileStore.Stored file, Changes changes) {
        if (changes.name() != null && changes.name().isBlank()) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("name", "required"));
        }
        UUID department = changes.department();
        if (department != null
                && (!caller.reaches(department)
                        || !organisation.company(department).equals(Optional.of(file.company())))) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("department", "unknown"));
        }
        if (department != null && !department.equals(file.department())) {
            requireOpen(department);
        }
    }

    /** A department that was closed gets nothing new. */
    private void requireOpen(UUID department) {
        if (!organisation.isOpen(department)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("department", "closed"));
        }
    }

    /** A file of no department belongs to the company itself. */
    private static @Nullable UUID department(FileStore.Stored file, UUID node) {
        return node.equals(file.company()) ? null : node;
    }

    private static @Nullable String text(@Nullable String given, @Nullable String present) {
        if (given == null) {
            return present;
        }
        return given.isBlank() ? null : given.strip();
    }

    private List<Change> differences(FileStore.Stored before, FileStore.Stored after, String name) {
        var changes = new ArrayList<Change>();
        add(changes, "name", before.party().name(), name);
        add(changes, "address", before.address(), after.address());
        add(changes, "industry", before.industry(), after.industry());
        if (!Objects.equals(before.department(), after.department())) {
            changes.add(new Change("department", nodeName(before.department()), nodeName(after.department())));
        }
        if (!Objects.equals(before.keeper(), after.keeper())) {
            changes.add(new Change("keeper", userName(before.keeper()), userName(after.keeper())));
        }
        if (!Objects.equals(before.deputyKeeper(), after.deputyKeeper())) {
            changes.add(new Change("deputyKeeper", userName(before.deputyKeeper()), userName(after.deputyKeeper())));
        }
        return changes;
    }

    private static void add(List<Change> changes, String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(field, before, after));
        }
    }

    private @Nullable String nodeName(@Nullable UUID node) {
        return node == null ? null : organisation.subtree(node).getFirst().name();
    }

    /** Two people may have one name, but not one login. */
    private @Nullable String userName(@Nullable UUID user) {
        return user == null
                ? null
                : organisation
                        .user(user)
                        .map(found -> found.name() + " (" + found.login() + ")")
                        .orElse(user.toString());
    }
}
