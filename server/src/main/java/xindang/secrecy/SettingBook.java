package xindang.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.platform.access.Caller;
import xindang.platform.access.FourEyes;
import xindang.platform.access.Segregation;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.store.AgreementStore;
import xindang.secrecy.store.SettingStore;

/** The house's settings for secrets (保密设置), among them the segregation of duties. */
@Service
public class SettingBook implements Segregation {

    private final SettingStore store;
    private final AgreementStore agreements;
    private final Trail trail;
    private final BusinessClock clock;

    SettingBook(SettingStore store, AgreementStore agreements, Trail trail, BusinessClock clock) {
        this.store = store;
        this.agreements = agreements;
        this.trail = trail;
        this.clock = clock;
    }

    /** The settings in force. */
    @Transactional(readOnly = true)
    public SecrecySettings now() {
        return store.find().orElse(SecrecySettings.USUAL);
    }

    /**
     * Changes the settings.
     *
     * @param after new settings with the version the change starts from
     * @throws Refusal 403 for who does not reach the whole installation, 409 for an agreement without a text, 412 if stale
     */
    @Transactional
    public SecrecySettings change(Caller caller, SecrecySettings after) {
        UUID root = rootWithin(caller);
        SecrecySettings before = now();
        if (after.agreement() && agreements.inForce().isEmpty()) {
            throw Refusal.of(SecrecyProblem.AGREEMENT_MISSING);
        }
        if (before.version() != after.version() || !store.put(root, after)) {
            throw Version.stale();
        }
        var changes = new ArrayList<Change>();
        add(changes, "shownInLists", before.shownInLists(), after.shownInLists());
        add(changes, "segregation", before.segregation(), after.segregation());
        add(changes, "agreement", before.agreement(), after.agreement());
        add(changes, "renewalMonths", before.renewalMonths(), after.renewalMonths());
        add(changes, "secondFactor", before.secondFactor(), after.secondFactor());
        trail.record(
                caller,
                Act.of(root, "secrecy.change-settings", "settings", root, "secrecy")
                        .with(List.copyOf(changes)));
        return now();
    }

    /** The root, to which what holds for the whole house belongs. */
    UUID rootWithin(Caller caller) {
        UUID root = store.root();
        if (!caller.reaches(root)) {
            throw Refusal.of(Code.RIGHT_MISSING);
        }
        return root;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean allowsExceptions() {
        return now().segregation().equals("recorded-exception");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordException(Caller decider, FourEyes.Matter matter, String reason) {
        store.insert(decider, matter, reason, clock.timestamp());
    }

    /** One page of decisions on own requests, the latest first. */
    @Transactional(readOnly = true)
    public Page<ExceptionLine> exceptions(Caller caller, PageQuery query) {
        return store.exceptions(caller.nodes(), query);
    }

    private static void add(List<Change> changes, String field, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(new Change(field, before.toString(), after.toString()));
        }
    }
}
