package xindang.proof.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xindang.proof.tree.Frontier;
import xindang.proof.tree.Hash;
import xindang.proof.tree.HashFunction;

/**
 * What an evidence package says about itself (清单). Nothing of it is believed: it only tells the verifier what to expect.
 *
 * @param kind range or selection
 * @param origin name of the log
 * @param start frontier of the tree before the first entry; of a selection empty
 * @param end index behind the last entry; of a selection the size of its checkpoint
 */
record Manifest(Verdict.Kind kind, String origin, Frontier start, long end) {

    /** Most seconds by which an entry may be older than the checkpoint before it. Part of the form, not a choice. */
    static final long WINDOW_SECONDS = 60;

    private static final String FORM = "xindang-evidence/1";
    private static final Set<String> MEMBERS =
            Set.of("format", "kind", "origin", "hash", "first", "size", "window", "frontier");

    Manifest {
        if (kind == Verdict.Kind.RECEIPT || start.size() > end) {
            throw new IllegalArgumentException("no package ends at " + end);
        }
    }

    HashFunction function() {
        return start.function();
    }

    String text() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("format", FORM);
        members.put("kind", kind == Verdict.Kind.RANGE ? "range" : "selection");
        members.put("origin", origin);
        members.put("hash", function().id());
        members.put("first", Long.toString(start.size()));
        members.put("size", Long.toString(end));
        members.put("window", Long.toString(WINDOW_SECONDS));
        members.put("frontier", LogLine.texts(start.peaks()));
        return FlatJson.write(members) + "\n";
    }

    static Manifest read(String text) {
        FlatJson json = FlatJson.read(text).only(MEMBERS);
        Verdict.Kind kind = switch (json.text("kind")) {
            case "range" -> Verdict.Kind.RANGE;
            case "selection" -> Verdict.Kind.SELECTION;
            default -> throw new IllegalArgumentException("unknown kind");
        };
        if (!json.text("format").equals(FORM) || json.number("window") != WINDOW_SECONDS) {
            throw new IllegalArgumentException("not of form " + FORM);
        }
        HashFunction function = HashFunction.byId(json.text("hash"))
                .orElseThrow(() -> new IllegalArgumentException("unknown hash function"));
        List<Hash> peaks = json.texts("frontier").stream().map(Hash::ofBase64).toList();
        Frontier start = Frontier.of(function, json.number("first"), peaks);
        return new Manifest(kind, json.text("origin"), start, json.number("size"));
    }
}
