package xindang.assess;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import xindang.engine.decision.DecisionRecord;
import xindang.engine.decision.DecisionRun;
import xindang.engine.decision.DecisionSeal;
import xindang.format.AssessmentRun;
import xindang.format.Body;
import xindang.format.EffectivePolicies;
import xindang.format.FormatException;
import xindang.format.PolicyReader;
import xindang.format.RecordedRun;

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
            parsed(header, 1);
            RecordedRun recorded = RecordedRun.parse(decisions.toString(), header);
            return compare(reader, run(recorded), recorded);
        } catch (NoSuchFileException e) {
            throw new Stop(Exit.NO_INPUT, "replay.missing", e.getFile());
        }
    }

    private Found compare(BufferedReader reader, AssessmentRun run, RecordedRun recorded) throws IOException {
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
            if (!line.equals(
                    again(record, run, recorded).line(recorded.sha256()).text())) {
                differing++;
                if (lines.size() < LISTED) {
                    lines.add(records + 1);
                }
            }
        }
        return new Found(records, differing, lines, sealed, recorded.engine());
    }

    private DecisionRecord again(Body record, AssessmentRun run, RecordedRun recorded) {
        return recorded.decide(record, run)
                .orElseThrow(() -> new Stop(Exit.DATA, "replay.kind", decisions, record.text("decision")));
    }

    private AssessmentRun run(RecordedRun recorded) {
        EffectivePolicies effective = PolicyReader.read(policies).at(recorded.asOf());
        recorded.otherPolicy(effective).ifPresent(other -> {
            throw new Stop(Exit.DATA, "replay.policy", policies, other.kind(), other.sha256());
        });
        recorded.unknownRule().ifPresent(rule -> {
            throw new Stop(Exit.DATA, "replay.rule", rule.toString(), DecisionRun.ENGINE);
        });
        return recorded.again(effective);
    }

    /** The line as an object; what is wrong with it is told with the number of the line. */
    private Body parsed(String line, int number) {
        try {
            return RecordedRun.body(decisions.toString(), line);
        } catch (FormatException e) {
            throw new Stop(Exit.DATA, "replay.line", decisions, number);
        }
    }
}
