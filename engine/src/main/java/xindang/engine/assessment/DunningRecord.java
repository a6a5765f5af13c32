package xindang.engine.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.collection.DunningFacts;
import xindang.engine.collection.DunningFinding;
import xindang.engine.decision.DecisionRecord;
import xindang.engine.decision.Reason;

/** Writes what the dunning rules found about one open item as the record that explains and replays it. */
public final class DunningRecord {

    /** Kind of these decisions. */
    public static final String KIND = "dunning";

    private DunningRecord() {}

    /**
     * The record of one finding.
     *
     * @param customer the customer
     * @param item the open item, for example its invoice number and due day
     */
    public static DecisionRecord of(
            String customer, Map<String, Object> item, DunningFacts facts, DunningFinding finding) {
        var subject = new LinkedHashMap<String, @Nullable Object>(item);
        subject.put("customer", customer);
        return new DecisionRecord(KIND, subject, facts(facts), outcome(finding), reasons(finding));
    }

    private static Map<String, @Nullable Object> facts(DunningFacts facts) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("open", facts.open());
        members.put("daysPastDue", facts.daysPastDue());
        members.put("disputed", facts.disputed());
        Optional<String> grade = facts.grade();
        grade.ifPresent(code -> members.put("grade", code));
        return members;
    }

    private static Map<String, Object> outcome(DunningFinding finding) {
        return switch (finding) {
            case DunningFinding.Pass _ -> Map.of("dunned", false);
            case DunningFinding.NotDunned _ -> Map.of("dunned", false);
            case DunningFinding.Reached reached ->
                Map.of(
                        "dunned",
                        true,
                        "rung",
                        reached.rung().code(),
                        "role",
                        reached.rung().role(),
                        "basis",
                        "by age");
        };
    }

    private static List<Reason> reasons(DunningFinding finding) {
        return switch (finding) {
            case DunningFinding.Pass _ -> List.of();
            case DunningFinding.NotDunned not -> List.of(not.reason());
            case DunningFinding.Reached reached -> List.of(reached.reason());
        };
    }
}
