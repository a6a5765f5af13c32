package xindang.customerfile;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words a customer is found by (检索词): name, number, code, keys of other systems, and the first letters of the name's
 * pinyin, every reading of it. All folded as {@code customerfile_fold} of the database does.
 */
public final class SearchWords {

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}·・、，。“”‘’（）《》【】]+");
    private static final int FIRST_HAN = 0x2E80;

    /** More readings than these of one name are cut: nobody types the rest. */
    private static final int MOST_READINGS = 8;

    /** Letters with more than one first letter that names of companies use, with all of them. */
    private static final Map<Character, String> READINGS = Map.ofEntries(
            Map.entry('行', "xh"),
            Map.entry('长', "cz"),
            Map.entry('重', "zc"),
            Map.entry('乐', "ly"),
            Map.entry('曾', "zc"),
            Map.entry('单', "ds"),
            Map.entry('解', "jx"),
            Map.entry('朝', "cz"),
            Map.entry('车', "cj"),
            Map.entry('会', "hk"),
            Map.entry('传', "cz"),
            Map.entry('调', "dt"),
            Map.entry('厦', "xs"),
            Map.entry('贾', "jg"),
            Map.entry('盛', "sc"),
            Map.entry('石', "sd"),
            Map.entry('藏', "cz"),
            Map.entry('区', "qo"),
            Map.entry('查', "cz"),
            Map.entry('尉', "wy"),
            Map.entry('仇', "cq"),
            Map.entry('省', "sx"),
            Map.entry('系', "xj"),
            Map.entry('参', "cs"),
            Map.entry('弹', "dt"),
            Map.entry('降', "jx"),
            Map.entry('校', "xj"),
            Map.entry('铅', "qy"),
            Map.entry('召', "zs"),
            Map.entry('沈', "sc"));

    private static final Transliterator PINYIN =
            Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
    private static final Map<Character, String> INITIALS = new ConcurrentHashMap<>();

    private SearchWords() {}

    /**
     * One word.
     *
     * @param kind name, number, code, key or pinyin
     * @param words the word, folded
     */
    public record Word(String kind, String words) {}

    /** Those of a name alone. */
    public static List<Word> ofName(String name) {
        var words = new ArrayList<Word>(List.of(new Word("name", fold(name))));
        initials(name).forEach(letters -> words.add(new Word("pinyin", letters)));
        return words;
    }

    /** All words of a customer. */
    public static Set<Word> of(String name, String number, @Nullable String creditCode, List<String> keys) {
        var words = new LinkedHashSet<>(ofName(name));
        words.add(new Word("number", fold(number)));
        if (creditCode != null) {
            words.add(new Word("code", fold(creditCode)));
        }
        keys.forEach(key -> words.add(new Word("key", fold(key))));
        return words;
    }

    /** Lower case, full-width letters as half-width ones. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The name without width, case, blanks and punctuation, so that two spellings of one name are equal. */
    public static String normalName(String name) {
        String plain = fold(name);
        String bare = NOISE.matcher(plain).replaceAll("");
        return bare.isEmpty() ? plain.strip() : bare;
    }

    /** First letters of the name's pinyin, one text per reading, other letters and digits as they are; none without Chinese. */
    public static List<String> initials(String name) {
        String normal = normalName(name);
        if (normal.chars().noneMatch(c -> c >= FIRST_HAN)) {
            return List.of();
        }
        List<StringBuilder> readings = new ArrayList<>(List.of(new StringBuilder()));
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            readings = c < FIRST_HAN ? appended(readings, String.valueOf(c)) : appended(readings, letters(c));
        }
        return readings.stream()
                .map(StringBuilder::toString)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static List<StringBuilder> appended(List<StringBuilder> readings, String letters) {
        if (letters.length() == 1 || readings.size() * letters.length() > MOST_READINGS) {
            readings.forEach(reading -> reading.append(letters, 0, Math.min(1, letters.length())));
            return readings;
        }
        if (letters.isEmpty()) {
            return readings;
        }
        var more = new ArrayList<StringBuilder>();
        for (StringBuilder reading : readings) {
            for (int i = 0; i < letters.length(); i++) {
                more.add(new StringBuilder(reading).append(letters.charAt(i)));
            }
        }
        return more;
    }

    private static String letters(char c) {
        String several = READINGS.get(c);
        if (several != null) {
            return several;
        }
        return INITIALS.computeIfAbsent(c, SearchWords::transliterated);
    }

    private static String transliterated(char c) {
        String latin = PINYIN.transliterate(String.valueOf(c)).strip();
        char first = latin.isEmpty() ? '-' : latin.charAt(0);
        return first >= 'a' && first <= 'z' ? String.valueOf(first) : "";
    }
}
