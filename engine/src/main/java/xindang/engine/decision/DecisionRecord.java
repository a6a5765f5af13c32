package xindang.engine.decision;

import java.util.List;
import java.util.Map;
import xindang.engine.canonical.CanonicalJson;

/**
 * One stored decision (决定记录): facts in, outcome and reasons out. Together with the header of its run it can be replayed, and
 * the explain-why panel shows nothing but this.
 *
 * @param decision kind of decision, for example {@code assessment}
 * @param subject whom or what it is about
 * @param facts what the rules read
 * @param outcome what was decided
 * @param reasons the rules that spoke, with their facts
 */
public record DecisionRecord(
        String decision, Map<String, ?> subject, Map<String, ?> facts, Map<String, ?> outcome, List<Reason> reasons) {

    /**
     * A record as it is stored.
     *
     * @param text the line
     * @param sha256 its member {@code sha256}
     */
    public record Line(String text, String sha256) {}

    /**
     * The record as one line of canonical JSON. Its member {@code sha256} is the digest of the canonical JSON of all other
     * members, {@code run} among them.
     *
     * @param run SHA-256 of the run's header
     */
    public Line line(String run) {
        // Members in canonical order. "sha256" falls before "subject", so the text without it is a head and a tail.
        var head = new StringBuilder(1024);
        head.append("{\"decision\":");
        CanonicalJson.write(head, decision);
        head.append(",\"facts\":");
        CanonicalJson.write(head, facts);
        head.append(",\"outcome\":");
        CanonicalJson.write(head, outcome);
        head.append(",\"reasons\":");
        CanonicalJson.write(head, reasons.stream().map(DecisionRecord::reason).toList());
        head.append(",\"run\":\"").append(run).append("\",");
        var tail = new StringBuilder("\"subject\":");
        CanonicalJson.write(tail, subject);
        tail.append('}');
        String sha256 = Sha256.hex(head.toString() + tail);
        String text = head.append("\"sha256\":\"")
                .append(sha256)
                .append("\",")
                .append(tail)
                .toString();
        return new Line(text, sha256);
    }

    private static Map<String, Object> reason(Reason reason) {
        return Map.of("rule", reason.rule().toString(), "facts", reason.facts());
    }
}
