package xindang.engine.customerfile;

import java.util.Optional;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): 18 signs of an alphabet of 31, the last a check sign.
 *
 * <p>Signs 1 registering authority, 2 kind of entity, 3–8 region, 9–17 organisation code (GB 11714), 18 check sign.
 *
 * @param code the 18 signs without separators, upper case
 */
public record UnifiedCreditCode(String code) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int REGION_END = 8;
    /** 3^i mod 31, the weights of the first 17 signs. */
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** What is wrong with a text that should be a code. */
    public enum Fault {
        /** Not 18 signs once blanks and hyphens are dropped. */
        LENGTH,
        /** A sign that the alphabet lacks: only digits and capital letters without I, O, S, V, Z. */
        SIGN,
        /** Signs 3 to 8 are no region: they must be digits. */
        REGION,
        /**
         * The check sign does not fit. Usually a typing error; a few pilot codes in circulation are like this, so a form
         * may take such a code with a warning.
         */
        CHECK_SIGN
    }

    /** Accepts only a valid code; use {@link #fault} to learn what is wrong with a text. */
    public UnifiedCreditCode {
        Optional<Fault> fault = fault(code);
        if (fault.isPresent() || !code.equals(compact(code))) {
            throw new IllegalArgumentException("no unified social credit code: " + code);
        }
    }

    /** Reads a code that may carry blanks, hyphens and small letters; empty if it is not valid. */
    public static Optional<UnifiedCreditCode> parse(String text) {
        return fault(text).isPresent() ? Optional.empty() : Optional.of(new UnifiedCreditCode(compact(text)));
    }

    /** What is wrong with a text, empty if it is a valid code. */
    public static Optional<Fault> fault(String text) {
        String code = compact(text);
        if (code.length() != LENGTH) {
            return Optional.of(Fault.LENGTH);
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return Optional.of(Fault.SIGN);
            }
        }
        for (int i = 2; i < REGION_END; i++) {
            if (code.charAt(i) > '9') {
                return Optional.of(Fault.REGION);
            }
        }
        return code.charAt(LENGTH - 1) == checkSign(code) ? Optional.empty() : Optional.of(Fault.CHECK_SIGN);
    }

    /** The check sign that belongs to the first 17 signs of a code. */
    public static char checkSign(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** The text without blanks and hyphens, ASCII letters in upper case. */
    public static String compact(String text) {
        var out = new StringBuilder(LENGTH);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.append((char) (c - 32));
            } else if (c != ' ' && c != '-' && c != '\u3000' && c != '\u00a0' && c != '\t') {
                out.append(c);
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return code;
    }
}
