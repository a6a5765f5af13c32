package xindang.assess.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML that is well-formed XML. Everything that is text or attribute is escaped here and nowhere else; there is no
 * way to write unescaped text except {@link #style}, which takes our own style sheet.
 */
final class Html {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends a line of the source, for those who read it. */
    Html line() {
        out.append('\n');
        return this;
    }

    /** An element without content, such as {@code meta} or {@code rect}. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds a text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** The style sheet, one of our own resources. */
    Html style(String css) {
        out.append("<style>").append(css).append("</style>");
        return this;
    }

    /** The document so far; everything that was opened must be closed. */
    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("left open: " + open);
        }
        return "<!DOCTYPE html>\n" + out + "\n";
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> {
                    boolean pair = Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        out.append(c).append(text.charAt(++i));
                    } else {
                        out.append(isWritable(c) ? c : REPLACEMENT);
                    }
                }
            }
        }
    }

    /**
     * Control characters and half characters may not stand in XML, and marks that turn the direction of writing could make
     * one name look like another: all show as the replacement character, so that nothing vanishes unseen.
     */
    private static boolean isWritable(char c) {
        boolean control = (c < ' ' && c != '\n' && c != '\t') || (c >= '\u007f' && c <= '\u009f');
        boolean direction = c == '\u200e'
                || c == '\u200f'
                || c == '\u061c'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069');
        return !control && !direction && !Character.isSurrogate(c) && c < '\ufffe';
    }
}
