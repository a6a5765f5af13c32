package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.engine.policy.NumberPattern;
import xindang.format.Body;
import xindang.identity.NodeCodes;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Version;
import xindang.platform.time.BusinessClock;
import xindang.policy.store.NumberRuleStore;
import xindang.policy.store.NumberStore;

/**
 * How numbers are formed where (编号规则): as the regime in force says for files and contracts; for other kinds as was set at the node
 * or the nearest above it.
 */
@Service
public class NumberRules {

    /** Right of those who set patterns and codes and declare numbers void. */
    public static final String MANAGES = "policy.number";

    private static final int SHOWN = 3;

    private final NumberRuleStore store;
    private final NumberStore numbers;
    private final Regime regime;
    private final Organisation organisation;
    private final NodeCodes codes;
    private final Trail trail;
    private final BusinessClock clock;

    NumberRules(
            NumberRuleStore store,
            NumberStore numbers,
            Regime regime,
            Organisation organisation,
            NodeCodes codes,
            Trail trail,
            BusinessClock clock) {
        this.store = store;
        this.numbers = numbers;
        this.regime = regime;
        this.organisation = organisation;
        this.codes = codes;
        this.trail = trail;
        this.clock = clock;
    }

    /** The rule at a node on a day. */
    NumberRule at(NumberKind kind, UUID node, LocalDate date) {
        return kind.parameter()
                .map(parameter -> ofRegime(kind, parameter, node, date))
                .or(() -> store.nearest(node, kind))
                .orElseGet(() -> new NumberRule(kind.code(), kind.usual(), "company", "program", null, 0));
    }

    private NumberRule ofRegime(NumberKind kind, String parameter, UUID node, LocalDate date) {
        Resolution decides = regime.resolve(node, date).stream()
                .filter(one -> one.kind().equals("num"))
                .findFirst()
                .orElseThrow();
        Body scheme = decides.version().document().body().object(parameter);
        return new NumberRule(
                kind.code(),
                scheme.optionalText("pattern").orElse(kind.usual()),
                scheme.optionalText("by").orElse("department"),
                "regime",
                decides.version().node(),
                0);
    }

    /** The rules of all kinds at a node within reach, today. */
    @Transactional(readOnly = true)
    public List<NumberRule> all(Caller caller, UUID node) {
        requireReach(caller, node);
        return Arrays.stream(NumberKind.values())
                .map(kind -> at(kind, node, clock.today()))
                .toList();
    }

    /** Patterns that were set at a node within reach, the latest first. */
    @Transactional(readOnly = true)
    public List<PastPattern> past(Caller caller, UUID node, NumberKind kind) {
        requireReach(caller, node);
        return store.past(node, kind);
    }

    /** The pattern, if it is sound. */
    NumberPattern sound(String text, boolean perDepartment) {
        var pattern = new NumberPattern(text);
        List<Reason> faults = pattern.faults(perDepartment).stream()
                .map(fault -> Reason.field(
                        "pattern", fault.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.of(PolicyProblem.NUMBER_PATTERN_UNFIT, faults);
        }
        return pattern;
    }

    /**
     * The next numbers that a pattern would give at a node today.
     *
     * @throws Refusal 404 out of reach, 422 for an unfit pattern, 409 if a code is missing
     */
    @Transactional(readOnly = true)
    public List<String> preview(Caller caller, NumberKind kind, UUID node, String text, boolean perDepartment) {
        requireReach(caller, node);
        NumberPattern pattern = sound(text, perDepartment);
        UUID company = organisation.company(node).orElse(node);
        LocalDate today = clock.today();
        int next = numbers.wouldBe(new NumberStore.Place(
                perDepartment ? node : company, company, kind, pattern.yearly() ? today.getYear() : null));
        Optional<String> ofCompany = pattern.namesCompany() ? Optional.of(code(company)) : Optional.empty();
        Optional<String> ofDepartment = pattern.namesDepartment() ? Optional.of(code(node)) : Optional.empty();
        var shown = new ArrayList<String>();
        for (int serial = next; serial < next + SHOWN; serial++) {
            shown.add(pattern.number(
                    new NumberPattern.Values(ofCompany, ofDepartment, kind.mark(), today.getYear(), serial)));
        }
        return shown;
    }

    /** What is set: a pattern, per department or not, and why. */
    public record NewRule(String pattern, boolean perDepartment, String reason) {}

    /**
     * Sets the pattern of a kind at a node; it holds there and below for the next number.
     *
     * @param version version it starts from
     * @throws Refusal 404 out of reach, 409 for a kind that the regime rules, 412 for another version, 422 for an unfit pattern
     */
    @Transactional
    public NumberRule set(Caller caller, NumberKind kind, UUID node, int version, NewRule wanted) {
        requireReach(caller, node);
        if (kind.parameter().isPresent()) {
            throw Refusal.of(PolicyProblem.NUMBER_BY_REGIME);
        }
        String text = sound(wanted.pattern(), wanted.perDepartment()).text();
        NumberRule before = at(kind, node, clock.today());
        String per = wanted.perDepartment() ? "department" : "company";
        var one = new NumberRuleStore.NewPattern(node, kind, text, per, wanted.reason(), version);
        if (before.version() != version || !store.set(caller, one, clock.timestamp())) {
            throw Version.stale();
        }
        var changes = new ArrayList<Change>(List.of(new Change("pattern", before.pattern(), text)));
        if (!before.per().equals(per)) {
            changes.add(new Change("per", before.per(), per));
        }
        trail.record(
                caller,
                Act.of(node, "policy.set-number-pattern", "node", node, name(node))
                        .with(changes)
                        .basedOn(Map.of("kind", kind.code(), "reason", wanted.reason())));
        return at(kind, node, clock.today());
    }

    /** Codes of the nodes within reach that have one. */
    @Transactional(readOnly = true)
    public Map<UUID, String> codes(Caller caller) {
        return codes.of(caller.nodes());
    }

    /**
     * Gives a node within reach its code for numbers; numbers that were given stay as they are.
     *
     * @throws Refusal 404 out of reach, 409 if another node has it
     */
    @Transactional
    public void giveCode(Caller caller, UUID node, String code) {
        requireReach(caller, node);
        String before = codes.of(node).orElse(null);
        if (!codes.give(node, code)) {
            throw Refusal.of(PolicyProblem.NUMBER_CODE_TAKEN, new Reason(null, "code", Map.of("value", code)));
        }
        trail.record(
                caller,
                Act.of(node, "policy.set-number-code", "node", node, name(node))
                        .with(List.of(new Change("code", before, code))));
    }

    private String code(UUID node) {
        return codes.of(node).orElseThrow(() -> codeMissing(node));
    }

    Refusal codeMissing(UUID node) {
        return Refusal.of(PolicyProblem.NUMBER_CODE_MISSING, new Reason(null, null, Map.of("node", name(node))));
    }

    static Refusal taken(String number) {
        return Refusal.of(PolicyProblem.NUMBER_TAKEN, new Reason(null, null, Map.of("number", number)));
    }

    private String name(UUID node) {
        return Objects.requireNonNullElse(store.nodeName(node), "");
    }

    private static void requireReach(Caller caller, UUID node) {
        if (!caller.reaches(node)) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }
}
