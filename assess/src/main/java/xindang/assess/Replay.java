package xindang.assess;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xindang.engine.assessment.Assessment;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.assessment.DunningRecord;
import xindang.engine.collection.DunningRules;
import xindang.engine.decision.DecisionRecord;
import xindang.engine.decision.DecisionRun;
import xindang.engine.decision.DecisionSeal;
import xindang.engine.decision.PolicyRef;
import xindang.engine.decision.RuleId;
import xindang.engine.decision.Sha256;
import xindang.engine.warning.WarningRules;
import xindang.format.AssessmentRun;
import xindang.format.Body;
import xindang.format.EffectivePolicies;
import xindang.format.FormatException;
import xindang.format.JsonTree;
import xindang.format.PolicyReader;
import xindang.format.RecordedFacts;

/**
 * Replays the decisions of a result folder: takes the facts of each record, decides anew by the policies and rule
 * revisions its run names, and compares the new record with the old one byte by byte.
 */
final class Replay {

    /** Differing records told by line; more are only counted. */
    static final int LISTED = 20;

    private final Path decisions;
    private final Path policies;

    /**
     * What a replay found.
     *
     * @param records number of records
     * @param differing number of records that came out differently
     * @param lines the first lines that differ
     * @param sealed whether the closing line fits the records: none missing, doubled, moved or added
     * @param engine version that decided
     */
    record Found(int records, int differing, List<Integer> lines, boolean sealed, String engine) {}

    Replay(Path folder) {
        this.decisions = folder.resolve(Outputs.DECISIONS);
        this.policies = folder.resolve(Outputs.POLICIES);
    }

    Found run() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(decisions)) {
            String header = reader.readLine();
            if (header == null) {
                throw new Stop(Exit.DATA, "replay.empty", decisions);
            }
            Body recorded = parsed(header, 1).object("run");
            AssessmentRun run = run(recorded);
            return compare(reader, run, recorded, Sha256.hex(header));
        } catch (NoSuchFileException e) {
            throw new Stop(Exit.NO_INPUT, "replay.missing", e.getFile());
        }
    }

    private Found compare(BufferedReader reader, AssessmentRun run, Body recorded, String name) throws IOException {
        LocalDate asOf = recorded.read("asOf", LocalDate::parse);
        int records = 0;
        int differing = 0;
        var lines = new ArrayList<Integer>();
        var seal = new DecisionSeal();
        boolean sealed = false;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Body record = parsed(line, records + 2);
            if (record.has("end")) {
                sealed = line.equals(seal.text()) && reader.readLine() == null;
                break;
            }
            records++;
            seal.add(record.text("sha256"));
            if (!line.equals(again(record, run, asOf).line(name).text())) {
                differing++;
                if (lines.size() < LISTED) {
                    lines.add(records + 1);
                }
            }
        }
        return new Found(records, differing, lines, sealed, recorded.text("engine"));
    }

    private DecisionRecord again(Body record, AssessmentRun run, LocalDate asOf) {
        Body subject = record.object("subject");
        String kind = record.text("decision");
        return switch (kind) {
            case AssessmentRecord.KIND -> {
                var facts = RecordedFacts.customer(record.object("facts"));
                yield AssessmentRecord.of(
                        subject.text("customer"), facts, Assessment.decide(facts, run.policies(), asOf));
            }
            case DunningRecord.KIND -> {
                var facts = RecordedFacts.dunning(record.object("facts"));
                var item = new HashMap<String, Object>();
                subject.names().forEach(member -> item.put(member, subject.text(member)));
                yield DunningRecord.of(
                        subject.text("customer"),
                        item,
                        facts,
                        DunningRules.check(
                                run.policies().dunningRules(),
                                facts,
                                run.policies().collection(),
                                asOf));
            }
            default -> throw new Stop(Exit.DATA, "replay.kind", decisions, kind);
        };
    }

    private AssessmentRun run(Body recorded) {
        LocalDate asOf = recorded.read("asOf", LocalDate::parse);
        EffectivePolicies effective = PolicyReader.read(policies).at(asOf);
        for (Body policy : recorded.objects("policies")) {
            PolicyRef used = effective.ref(policy.text("kind"));
            if (!used.sha256().equals(policy.text("sha256"))) {
                throw new Stop(Exit.DATA, "replay.policy", policies, policy.text("kind"), policy.text("sha256"));
            }
        }
        List<RuleId> rules = recorded.texts("rules").stream().map(RuleId::parse).toList();
        for (RuleId rule : rules) {
            if (!WarningRules.BOOK.holds(rule) && !DunningRules.BOOK.holds(rule)) {
                throw new Stop(Exit.DATA, "replay.rule", rule.toString(), DecisionRun.ENGINE);
            }
        }
        return new AssessmentRun(
                effective,
                asOf,
                WarningRules.BOOK.revisions(
                        rules.stream().filter(WarningRules.BOOK::holds).toList()),
                DunningRules.BOOK.revisions(
                        rules.stream().filter(DunningRules.BOOK::holds).toList()));
    }

    /** The line as an object; what is wrong with it is told with the number of the line. */
    private Body parsed(String line, int number) {
        @Nullable Object tree;
        try {
            tree = JsonTree.parseCanonical(decisions.toString(), line);
        } catch (FormatException e) {
            throw new Stop(Exit.DATA, "replay.line", decisions, number);
        }
        return Body.of(decisions.toString(), "", Objects.requireNonNullElse(tree, Map.of()));
    }
}
