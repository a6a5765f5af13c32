package xindang.engine.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xindang.engine.canonical.CanonicalWriter;
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
        var subject = new HashMap<String, @Nullable Object>(item);
        subject.put("customer", customer);
        return new DecisionRecord(
                KIND,
                DecisionRecord.Part.of(subject),
                out -> facts(out, facts),
                out -> outcome(out, finding),
                reasons(finding));
    }

    private static void facts(CanonicalWriter out, DunningFacts facts) {
        out.open()
                .member("daysPastDue", facts.daysPastDue())
                .member("disputed", facts.disputed())
                .optional("grade", facts.grade().orElse(null))
                .member("open", facts.open())
                .close();
    }

    private static void outcome(CanonicalWriter out, DunningFinding finding) {
        out.open();
        switch (finding) {
            case DunningFinding.Pass _ -> out.member("dunned", false);
            case DunningFinding.NotDunned _ -> out.member("dunned", false);
            case DunningFinding.Reached reached ->
                out.member("basis", "by age")
                        .member("dunned", true)
                        .member("role", reached.rung().role())
                        .member("rung", reached.rung().code());
        }
        out.close();
    }

    private static List<Reason> reasons(DunningFinding finding) {
        return switch (finding) {
            case DunningFinding.Pass _ -> List.of();
            case DunningFinding.NotDunned not -> List.of(not.reason());
            case DunningFinding.Reached reached -> List.of(reached.reason());
        };
    }
}
