package xindang.engine.decision;

import java.util.List;
import java.util.Map;
import xindang.engine.canonical.CanonicalWriter;

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
public record DecisionRecord(String decision, Part subject, Part facts, Part outcome, List<Reason> reasons) {

    /** One part of a record, which writes itself as one value. */
    @FunctionalInterface
    public interface Part {
        /** Writes the part as one value. */
        void writeTo(CanonicalWriter out);

        /** A part of plain members. */
        static Part of(Map<String, ?> members) {
            return out -> out.value(members);
        }
    }

    /**
     * A record as it is stored.
     *
     * @param text the line
     * @param sha256 its member {@code sha256}
     */
    public record Line(String text, String sha256) {}

    /** The record as one line; see {@link #writeTo}. */
    public Line line(String run) {
        var out = new CanonicalWriter();
        String sha256 = writeTo(out, run);
        return new Line(out.text(0), sha256);
    }

    /**
     * Writes the record as one line of canonical JSON, without its end. Its member {@code sha256} is the digest of the
     * canonical JSON of all other members, {@code run} among them.
     *
     * @param run SHA-256 of the run's header
     * @return its member {@code sha256}
     */
    public String writeTo(CanonicalWriter out, String run) {
        int start = out.length();
        out.open().member("decision", decision).name("facts");
        facts.writeTo(out);
        out.name("outcome");
        outcome.writeTo(out);
        out.name("reasons").openList();
        for (Reason reason : reasons) {
            out.open()
                    .member("facts", reason.facts())
                    .member("rule", reason.rule().toString())
                    .close();
        }
        out.closeList().member("run", run);
        int place = out.length();
        out.name("subject");
        subject.writeTo(out);
        out.close();
        // In canonical order "sha256" falls before "subject": what stands there now is the text without it.
        String sha256 = Sha256.hex(out.buffer(), start, out.length());
        out.insert(place, ",\"sha256\":\"" + sha256 + "\"");
        return sha256;
    }
}
