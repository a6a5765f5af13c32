package xindang.platform.print.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines (断行): Chinese between any two signs, but never before a closing mark or after an opening one; words of other
 * scripts and numbers stay whole where a line holds them.
 */
final class Lines {

    private static final String NOT_FIRST = "，。、；：？！）》〉」』】〕”’…—％%,.;:?!)]}";
    private static final String NOT_LAST = "（《〈「『【〔“‘([{￥¥$";

    private final Typeface face;

    Lines(Typeface face) {
        this.face = face;
    }

    /**
     * A line.
     *
     * @param text what stands on it
     * @param width its width in thousandths of the size
     */
    record Line(String text, int width) {}

    /** Width of a text in thousandths of the size. */
    int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int sign = text.codePointAt(i);
            width += face.width(sign);
            i += Character.charCount(sign);
        }
        return width;
    }

    /**
     * The lines of a text.
     *
     * @param room room for a line in thousandths of the size
     * @param indent room taken before the first one
     */
    List<Line> of(String text, int room, int indent) {
        var lines = new ArrayList<Line>();
        int first = indent;
        for (String part : text.split("\n", -1)) {
            lines(part.stripTrailing(), room, first, lines);
            first = 0;
        }
        return lines;
    }

    private void lines(String text, int room, int indent, List<Line> lines) {
        int start = 0;
        int left = room - indent;
        do {
            int end = end(text, start, left);
            String line = text.substring(start, end).stripTrailing();
            lines.add(new Line(line, width(line)));
            start = end;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            left = room;
        } while (start < text.length());
    }

    /** Where the line that begins somewhere ends: at the last place that may break, or within a word that no line holds. */
    private int end(String text, int start, int room) {
        int width = 0;
        int last = start;
        int at = start;
        while (at < text.length()) {
            int sign = text.codePointAt(at);
            width += face.width(sign);
            int next = at + Character.charCount(sign);
            if (width > room && at > start) {
                return last > start ? last : at;
            }
            if (next < text.length() && mayBreak(sign, text.codePointAt(next))) {
                last = next;
            }
            at = next;
        }
        return text.length();
    }

    private static boolean mayBreak(int before, int after) {
        if (before == ' ') {
            return true;
        }
        if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0 || after == ' ') {
            return false;
        }
        return isWide(before) || isWide(after);
    }

    private static boolean isWide(int sign) {
        return sign >= 0x2E80;
    }
}
