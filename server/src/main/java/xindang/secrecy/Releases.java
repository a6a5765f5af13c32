package xindang.secrecy;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.export.ReleaseRegister;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.store.GateStore;
import xindang.secrecy.store.ReleaseStore;

/** The register of what leaves the house (对外提供登记): what, to whom, on which ground, by whose approval; gap-free numbers. */
@Service
public class Releases implements ReleaseRegister {

    private static final String OWN_WORK = "internal-use";
    private static final String BY_RIGHT = "by-right";

    private final ReleaseStore store;
    private final GateStore files;
    private final Organisation organisation;
    private final Trail trail;
    private final BusinessClock clock;

    Releases(ReleaseStore store, GateStore files, Organisation organisation, Trail trail, BusinessClock clock) {
        this.store = store;
        this.files = files;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /** Of a list the level is the highest it might hold for this reader: rows are not known before they are sent. */
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Release exported(Caller caller, String list, Map<String, String> basis) {
        SecrecyLevel level = store.highest(caller.reach());
        var release = new NewRelease("export", list, caller.name(), OWN_WORK, BY_RIGHT, level, basis);
        return new Release(add(caller, release).number(), level);
    }

    @Override
    @Transactional
    public Release taken(Caller caller, String what, SecrecyLevel level, Map<String, String> basis) {
        var release = new NewRelease("export", what, caller.name(), OWN_WORK, BY_RIGHT, level, basis);
        return new Release(add(caller, release).number(), level);
    }

    /**
     * Enters that a page of a file is printed.
     *
     * @throws Refusal 404 for a file out of reach, 403 for one above the clearance
     */
    @Transactional
    public ReleaseRegister.Release printed(Caller caller, UUID file) {
        GateStore.Head head = files.find(caller.reach(), file).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        if (!head.open()) {
            throw Refusal.of(Code.ABOVE_CLEARANCE);
        }
        var release = new NewRelease(
                "print", head.name(), caller.name(), OWN_WORK, BY_RIGHT, head.level(), Map.of("file", file.toString()));
        String number = add(caller, release).number();
        trail.record(
                caller,
                Act.of(head.company(), "secrecy.print-file", "customer", file, head.name())
                        .basedOn(Map.of("number", number)));
        return new Release(number, head.level());
    }

    /** Enters by hand what was given outside; tells the number. */
    @Transactional
    public Release entered(Caller caller, NewRelease release) {
        Added added = add(caller, release);
        trail.record(
                caller,
                Act.of(caller.node(), "secrecy.enter-release", "release", added.id(), added.number())
                        .basedOn(Map.of("recipient", release.recipient())));
        return new Release(added.number(), release.level());
    }

    /** One page, the latest first. */
    @Transactional(readOnly = true)
    public Page<ReleaseLine> page(Caller caller, ReleaseFilter filter, PageQuery query) {
        return store.page(caller.nodes(), filter, query);
    }

    /** All of them. */
    @Transactional(readOnly = true)
    public void each(Caller caller, ReleaseFilter filter, PageQuery order, Consumer<ReleaseLine> line) {
        store.each(caller.nodes(), filter, order, line);
    }

    private record Added(UUID id, String number) {}

    /** An entry belongs to the department of whoever takes something out; numbers run through its company. */
    private Added add(Caller caller, NewRelease release) {
        UUID company = organisation.company(caller.node()).orElse(caller.node());
        int year = clock.today().getYear();
        String number = "D%d-%06d".formatted(year, store.nextNumber(company, year));
        return new Added(store.insert(caller.node(), number, caller, release, clock.timestamp()), number);
    }
}
