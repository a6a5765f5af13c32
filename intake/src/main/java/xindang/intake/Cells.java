package xindang.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Cells as slices of UTF-8 bytes: trimming, missing values, texts. */
final class Cells {

    private static final Set<String> MISSING =
            Set.of("", "-", "--", "—", "——", "/", "null", "n/a", "na", "#n/a", "none", "nil", "nan", "nat", "\\n", "无");
    private static final int LONGEST_MISSING = 6;

    private Cells() {}

    /** First byte that is not white space: ASCII blanks, no-break space, ideographic space, a stray byte order mark. */
    static int trimStart(byte[] b, int start, int end) {
        int s = start;
        while (s < end) {
            int c = b[s];
            if (c >= 0 && c <= ' ') {
                s++;
            } else if (c >= 0) {
                return s;
            } else if (end - s >= 2 && c == (byte) 0xC2 && b[s + 1] == (byte) 0xA0) {
                s += 2;
            } else if (end - s >= 3 && wideBlank(c, b[s + 1], b[s + 2])) {
                s += 3;
            } else {
                return s;
            }
        }
        return s;
    }

    /** One behind the last byte that is not white space. */
    static int trimEnd(byte[] b, int start, int end) {
        int e = end;
        while (e > start) {
            int c = b[e - 1];
            if (c >= 0 && c <= ' ') {
                e--;
            } else if (c >= 0) {
                return e;
            } else if (e - start >= 2 && c == (byte) 0xA0 && b[e - 2] == (byte) 0xC2) {
                e -= 2;
            } else if (e - start >= 3 && wideBlank(b[e - 3], b[e - 2], c)) {
                e -= 3;
            } else {
                return e;
            }
        }
        return e;
    }

    private static boolean wideBlank(int a, int b, int c) {
        return (a == (byte) 0xE3 && b == (byte) 0x80 && c == (byte) 0x80)
                || (a == (byte) 0xEF && b == (byte) 0xBB && c == (byte) 0xBF);
    }

    /** Whether a trimmed cell stands for nothing: empty, {@code -}, {@code NULL}, {@code n/a} … */
    static boolean missing(byte[] b, int start, int end) {
        int length = end - start;
        if (length == 0) {
            return true;
        }
        if (length > LONGEST_MISSING || (b[start] >= '0' && b[start] <= '9')) {
            return false;
        }
        return missing(text(b, start, end));
    }

    /** The same for a text. */
    static boolean missing(String text) {
        return MISSING.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    static String text(byte[] b, int start, int end) {
        return new String(b, start, end - start, StandardCharsets.UTF_8);
    }

    /** Full-width forms to plain ones, odd minus signs and blanks to ASCII, without outer blanks. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2212', '-')
                .replace('\u2013', '-')
                .replace('\uFEFF', ' ')
                .strip();
    }
}
