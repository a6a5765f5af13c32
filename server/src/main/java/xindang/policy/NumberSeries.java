package xindang.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.engine.policy.NumberPattern;
import xindang.identity.NodeCodes;
import xindang.identity.Organisation;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.NumberStore;

/**
 * Gives numbers (编号), for other capabilities. A number is given in the caller's transaction and under a lock on its series: it is
 * there if and only if what it numbers is, so a series has no gap (docs/adr/0105). Take it late, as others who number in the same
 * series wait until the transaction ends, and one kind in a transaction, so that nobody waits in a circle.
 */
@Service
public class NumberSeries {

    private final NumberStore store;
    private final NumberRules rules;
    private final Organisation organisation;
    private final NodeCodes codes;
    private final BusinessClock clock;

    NumberSeries(
            NumberStore store, NumberRules rules, Organisation organisation, NodeCodes codes, BusinessClock clock) {
        this.store = store;
        this.rules = rules;
        this.organisation = organisation;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Gives the next number of a series.
     *
     * @param node department or company that what is numbered belongs to
     * @param date business date; its year is that of the series
     * @throws Refusal 409 if the subject has a number, a code is missing or the number exists; 422 for an unfit pattern
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Numbered take(NumberKind kind, UUID node, NumberSubject subject, LocalDate date) {
        if (store.lockCounting(kind, subject.id()).isPresent()) {
            throw Refusal.of(PolicyProblem.NUMBERED_ALREADY);
        }
        return give(UUID.randomUUID(), kind, node, subject, date);
    }

    /**
     * Notes that a numbered subject went to another node. Its number stays as it is, and is found from there too.
     *
     * @throws Refusal 404 if it has no number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(NumberKind kind, UUID subject, UUID to, LocalDate date) {
        UUID number = store.lockCounting(kind, subject).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        store.moved(number, to, date, clock.timestamp());
    }

    /**
     * Gives a subject another number, in the series of a node (重新编号): an act of its own, which whoever calls has approved. The old
     * number stays and is found.
     *
     * @throws Refusal as {@link #take}; 404 if it has no number yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Numbered renumber(NumberKind kind, UUID node, NumberSubject subject, LocalDate date) {
        UUID old = store.lockCounting(kind, subject.id()).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        UUID id = UUID.randomUUID();
        store.replaced(old, id, date);
        return give(id, kind, node, subject, date);
    }

    private Numbered give(UUID id, NumberKind kind, UUID node, NumberSubject subject, LocalDate date) {
        NumberRule rule = rules.at(kind, node, date);
        NumberPattern pattern = rules.sound(rule.pattern(), rule.perDepartment());
        UUID firm = organisation.company(node).orElse(node);
        var place = new NumberStore.Place(
                rule.perDepartment() ? node : firm, firm, kind, pattern.yearly() ? date.getYear() : null);
        Optional<String> company = pattern.namesCompany() ? Optional.of(code(firm)) : Optional.empty();
        Optional<String> department = pattern.namesDepartment() ? Optional.of(code(node)) : Optional.empty();
        NumberStore.Serial serial = store.next(place);
        String number = pattern.number(
                new NumberPattern.Values(company, department, kind.mark(), date.getYear(), serial.serial()));
        if (!store.insert(place, serial, new NumberStore.NewNumber(id, number, subject, date, clock.timestamp()))) {
            throw NumberRules.taken(number);
        }
        return new Numbered(id, number, serial.serial(), serial.series());
    }

    private String code(UUID node) {
        return codes.of(node).orElseThrow(() -> rules.codeMissing(node));
    }
}
