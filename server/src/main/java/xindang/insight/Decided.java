package xindang.insight;

import java.util.List;
import java.util.UUID;
import xindang.engine.assessment.Assessment;
import xindang.engine.decision.DecisionRecord;
import xindang.receivable.AccountFigures;

/**
 * What was decided about one customer (单户评估结果).
 *
 * @param file credit file
 * @param accounts figures of the accounts, in the order of the facts
 * @param assessment the assessment
 * @param record what explains and replays it
 * @param outcome hash of outcome and reasons
 */
public record Decided(
        UUID file, List<AccountFigures> accounts, Assessment assessment, DecisionRecord record, String outcome) {

    /** Something decided, with the hash of its outcome. */
    static Decided of(UUID file, List<AccountFigures> accounts, Assessment assessment, DecisionRecord record) {
        DecisionRecord.Part nothing = out -> out.open().close();
        var bare = new DecisionRecord(record.decision(), nothing, nothing, record.outcome(), record.reasons());
        return new Decided(file, accounts, assessment, record, bare.line("").sha256());
    }
}
