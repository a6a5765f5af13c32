package xindang.platform.print;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document before it is printed (待打印文件): no file format, no layout.
 *
 * @param language {@code zh} or {@code en}, for the words that printing adds
 * @param title title
 * @param facts named lines under the title
 * @param sections sections in order; those with a number stand in the contents
 * @param foot line at the foot of every page, beside the number of the page
 */
public record Paper(String language, String title, List<Fact> facts, List<Section> sections, String foot) {

    /** Copies the lists. */
    public Paper {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** Whether it is Chinese. */
    boolean isChinese() {
        return language.equals("zh");
    }

    /** A text in its language. */
    String word(String zh, String en) {
        return isChinese() ? zh : en;
    }

    /** A named line. */
    public record Fact(String name, String text) {}

    /**
     * A section.
     *
     * @param number number as it is printed; empty without one
     * @param title title
     * @param paragraphs paragraphs in order
     */
    public record Section(String number, String title, List<Paragraph> paragraphs) {

        /** Copies the list. */
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }

        /** Number and title as one line. */
        String heading() {
            return number.isEmpty() ? title : number + (number.endsWith("、") ? "" : " ") + title;
        }
    }

    /**
     * A paragraph, and a table below it.
     *
     * @param number number as it is printed; empty without one
     * @param text what it says; empty for a table alone
     */
    public record Paragraph(
            String number, String text, @Nullable Grid table) {

        /** Number and text as one line. */
        String line() {
            return number.isEmpty() ? text : number + " " + text;
        }
    }

    /** A table; every row has as many cells as the head. */
    public record Grid(List<String> head, List<List<String>> rows) {

        /** Copies the lists. */
        public Grid {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Signs that share their glyph with another one; the vendored font knows only that other one, so that texts read back as written. */
    private static final Map<Character, Character> SHARED = Map.of(
            '\u2012', '\u2013', '\u2003', '\u3000', '\u2215', '\uFF0F', '\u2329', '\u3008', '\u232A', '\u3009',
            '\u301C', '\uFF5E');

    /** A text with the signs the font has, and without those that no document may hold. */
    static String clean(String text) {
        return known(text)
                .replaceAll(
                        "[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]",
                        " ");
    }

    private static String known(String text) {
        var known = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean second = (sign >= '\u2E80' && sign <= '\u2FDF') || (sign >= '\uF900' && sign <= '\uFAFF');
            known.append(
                    second
                            ? Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC)
                            : SHARED.getOrDefault(sign, sign));
        }
        return known.toString();
    }
}
