package xindang.proof.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xindang.proof.checkpoint.SignedCheckpoint;
import xindang.proof.log.Content;
import xindang.proof.log.Leaf;
import xindang.proof.log.LogEntry;
import xindang.proof.log.Salt;
import xindang.proof.tree.Hash;

/** One line of {@code log.jsonl} (日志行). */
sealed interface LogLine {

    /**
     * An entry.
     *
     * @param stored hash of the leaf as it stands in the tree
     * @param path proof of inclusion; only in a selection
     */
    record EntryLine(LogEntry entry, Hash stored, @Nullable List<Hash> path) implements LogLine {}

    /**
     * A checkpoint; the entries it covers follow.
     *
     * @param consistency proof from the checkpoint before; only where no entries stand between
     */
    record CheckpointLine(SignedCheckpoint signed, @Nullable List<Hash> consistency) implements LogLine {}

    /** Reads a line; {@link IllegalArgumentException} if it is none. */
    static LogLine read(String text) {
        FlatJson json = FlatJson.read(text);
        if (json.has("checkpoint")) {
            json.only(Set.of("checkpoint", "consistency"));
            return new CheckpointLine(
                    SignedCheckpoint.parse(json.text("checkpoint")), hashes(json.textsIfThere("consistency")));
        }
        json.only(Set.of("index", "leaf", "hash", "salt", "content", "destroyed", "withheld", "proof"));
        return new EntryLine(entry(json), Hash.ofBase64(json.text("hash")), hashes(json.textsIfThere("proof")));
    }

    /** The line without its end. */
    default String text() {
        Map<String, Object> members = new LinkedHashMap<>();
        switch (this) {
            case CheckpointLine(SignedCheckpoint signed, List<Hash> consistency) -> {
                members.put("checkpoint", signed.text());
                if (consistency != null) {
                    members.put("consistency", texts(consistency));
                }
            }
            case EntryLine(LogEntry entry, Hash stored, List<Hash> path) -> {
                put(entry, members);
                members.put("hash", stored.base64());
                if (path != null) {
                    members.put("proof", texts(path));
                }
            }
        }
        return FlatJson.write(members);
    }

    /** The entry among the members of an object. */
    static LogEntry entry(FlatJson json) {
        Content content;
        if (json.flag("destroyed")) {
            content = new Content.Destroyed();
        } else if (json.flag("withheld")) {
            content = new Content.Withheld();
        } else {
            content = new Content.Kept(Salt.ofBase64(json.text("salt")), json.text("content"));
        }
        boolean kept = content instanceof Content.Kept;
        if (json.has("content") != kept
                || json.has("salt") != kept
                || (json.has("destroyed") && json.has("withheld"))) {
            throw new IllegalArgumentException("content and its absence together");
        }
        return new LogEntry(json.number("index"), Leaf.parse(json.text("leaf")), content);
    }

    /** Puts the members of an entry. */
    static void put(LogEntry entry, Map<String, Object> members) {
        members.put("index", Long.toString(entry.index()));
        members.put("leaf", entry.leaf().text());
        switch (entry.content()) {
            case Content.Kept(Salt salt, String text) -> {
                members.put("salt", salt.base64());
                members.put("content", text);
            }
            case Content.Destroyed() -> members.put("destroyed", true);
            case Content.Withheld() -> members.put("withheld", true);
        }
    }

    /** Hashes as texts. */
    static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }

    /** Texts as hashes. */
    static @Nullable List<Hash> hashes(@Nullable List<String> texts) {
        return texts == null ? null : texts.stream().map(Hash::ofBase64).toList();
    }
}
