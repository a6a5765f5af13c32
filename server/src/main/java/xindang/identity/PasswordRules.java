package xindang.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Which passwords are taken (口令规则), as NIST SP 800-63B has it: length counts, odd signs do not; what is on the lists of known
 * passwords, made of known words, rows and repetitions, or of names of this person and company is refused. All of it offline.
 */
@Component
class PasswordRules {

    /** Characters; shorter ones are refused. */
    static final int SHORTEST = 12;

    /** Guesses an attacker needs who knows lists, words, patterns and names; fewer are refused. */
    private static final double FEWEST_GUESSES = 1e8;

    /** What is behind it makes a password only better, and the estimate takes longer than the length. */
    private static final int LOOKED_AT = 72;

    private static final int SHORTEST_LATIN_NAME = 4;
    private static final int SHORTEST_HAN_NAME = 2;
    private static final int FIRST_HAN = 0x2E80;

    /** What everybody in China thinks of first and the lists, made elsewhere, do not have. */
    private static final List<String> KNOWN_HERE = List.of(
            "woaini",
            "woaiwojia",
            "woaizhongguo",
            "zhongguo",
            "nihao",
            "mima",
            "wodemima",
            "woshishui",
            "beijing",
            "shanghai",
            "520",
            "1314",
            "5201314",
            "1314520",
            "7758521",
            "7758258",
            "147258",
            "a123456",
            "qq123456");

    private static final List<String> PRODUCT = List.of("xindang", "信档");

    /**
     * Refuses a password that is too easy to guess.
     *
     * @param field field of the request that a refusal names
     * @param names login, name of the person, company: nothing of them may be part of the password
     * @throws Refusal 422 {@code too-short}, {@code tells-a-name} or {@code guessable}
     */
    void check(String field, String password, String... names) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field(field, "too-short"));
        }
        String lower = password.toLowerCase(Locale.ROOT);
        List<String> words = Arrays.stream(names)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() >= shortest(name))
                .toList();
        if (words.stream().anyMatch(lower::contains) || PRODUCT.stream().anyMatch(lower::contains)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field(field, "tells-a-name"));
        }
        String looked = password.substring(0, Math.min(password.length(), LOOKED_AT));
        List<String> known = Stream.concat(KNOWN_HERE.stream(), words.stream()).toList();
        if (Lists.ESTIMATE.measure(looked, known).getGuesses() < FEWEST_GUESSES) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field(field, "guessable"));
        }
    }

    /** Two Chinese characters are a name; two letters are in every other word. */
    private static int shortest(String name) {
        return !name.isEmpty() && name.codePointAt(0) >= FIRST_HAN ? SHORTEST_HAN_NAME : SHORTEST_LATIN_NAME;
    }

    /** Loaded when the first password is set, not at the start. */
    private static final class Lists {
        private static final Zxcvbn ESTIMATE = new Zxcvbn();
    }
}
