package xindang.customerfile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Forms of a name that search and comparison use (名称归一). */
public final class CustomerNames {

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}·・、，。“”‘’（）《》【】]+");
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** First code of each initial in the first level of GB 2312, which is sorted by pinyin; i, u, v begin no syllable. */
    private static final int[] STARTS = {
        0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6,
        0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1
    };

    private static final String INITIALS = "abcdefghjklmnopqrstwxyz";
    private static final int END = 0xD7FA;

    private CustomerNames() {}

    /** The name without width, case, blanks and punctuation, so that two spellings of one name are equal. */
    public static String normal(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String bare = NOISE.matcher(plain).replaceAll("");
        return bare.isEmpty() ? plain.strip() : bare;
    }

    /**
     * The first letters of a Chinese name (拼音首字母), other letters and digits as they are. Characters with several readings
     * get the usual one; those outside the 3755 of GB 2312's first level are left out.
     */
    public static String initials(String name) {
        CharsetEncoder encoder = GB18030.newEncoder();
        var letters = new StringBuilder();
        for (char c : normal(name).toCharArray()) {
            if (c < 0x80) {
                letters.append(c);
            } else if (!Character.isSurrogate(c)) {
                append(letters, encoder, c);
            }
        }
        return letters.toString();
    }

    private static void append(StringBuilder letters, CharsetEncoder encoder, char c) {
        try {
            ByteBuffer code = encoder.encode(CharBuffer.wrap(new char[] {c}));
            if (code.remaining() == 2) {
                int value = ((code.get(0) & 0xFF) << 8) | (code.get(1) & 0xFF);
                int at = STARTS.length - 1;
                while (at >= 0 && STARTS[at] > value) {
                    at--;
                }
                if (at >= 0 && value < END) {
                    letters.append(INITIALS.charAt(at));
                }
            }
        } catch (CharacterCodingException e) {
            // Half of a pair: no character, so no letter.
            letters.append("");
        }
    }
}
