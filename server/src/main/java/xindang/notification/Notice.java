package xindang.notification;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something people are to be told (通知).
 *
 * @param node node the object belongs to, which whoever tells must reach; bots of this node and those above it hear of it
 * @param kind capability and what happened, one of {@code kinds.properties}, such as {@code secrecy.access-asked}
 * @param audience who is told
 * @param about the object
 * @param words values of the kind's text; leaves the house by mail and bots, so neither amounts nor names that only some may see
 * @param urgent whether it passes what people switched off
 * @param once another notice of this kind with the same key is not written; null for none
 */
public record Notice(
        UUID node,
        String kind,
        Audience audience,
        About about,
        Map<String, String> words,
        boolean urgent,
        @Nullable String once) {

    private static final int LONGEST_WORD = 200;

    /**
     * What a notice is about (通知事项).
     *
     * @param kind kind of object, such as {@code slip}
     * @param id object
     * @param link page to open, a path of our own
     */
    public record About(String kind, UUID id, String link) {}

    /** Copies the words, long ones cut. */
    public Notice {
        var cut = new TreeMap<String, String>();
        words.forEach((name, word) -> cut.put(name, cut(word)));
        words = Map.copyOf(cut);
    }

    private static String cut(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_WORD
                ? word
                : word.substring(0, word.offsetByCodePoints(0, LONGEST_WORD - 1)) + "…";
    }

    /** An ordinary notice without values in its text. */
    public static Notice of(UUID node, String kind, Audience audience, About about) {
        return new Notice(node, kind, audience, about, Map.of(), false, null);
    }

    /** The same with values of its text. */
    public Notice with(Map<String, String> values) {
        return new Notice(node, kind, audience, about, values, urgent, once);
    }

    /** The same, urgent. */
    public Notice urgently() {
        return new Notice(node, kind, audience, about, words, true, once);
    }

    /** The same, written but once under a key, such as object and date of a reminder. */
    public Notice once(String key) {
        return new Notice(node, kind, audience, about, words, urgent, key);
    }
}
