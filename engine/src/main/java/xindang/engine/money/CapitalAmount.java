package xindang.engine.money;

/**
 * Amounts of yuan in Chinese capitals (大写金额), as cheques and letters write them: 人民币壹佰贰拾捌万陆仟元伍角. A whole amount ends in 整; zeros within a
 * group and between groups are one 零; the tens keep their 壹. The screens write the same for the same amounts.
 */
public final class CapitalAmount {

    private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] PLACES = {"", "拾", "佰", "仟"};
    private static final String[] GROUPS = {"", "万", "亿", "万亿"};
    private static final int GROUP = 10_000;
    private static final int FEN = 100;
    private static final long LONGEST = 10_000_000_000_000_000L;

    private CapitalAmount() {}

    /**
     * An amount in words.
     *
     * @param money yuan, not negative, below ten thousand million million
     * @throws IllegalArgumentException for anything else: a letter must not say another amount than its figures
     */
    public static String of(Money money) {
        if (!money.currency().getCurrencyCode().equals("CNY") || money.minor() < 0 || money.minor() / FEN >= LONGEST) {
            throw new IllegalArgumentException(money + " is not written in capitals");
        }
        long whole = money.minor() / FEN;
        int fen = (int) (money.minor() % FEN);
        if (whole == 0 && fen == 0) {
            return "人民币零元整";
        }
        String yuan = whole == 0 ? "" : whole(whole) + "元";
        return "人民币" + yuan + (fen == 0 ? "整" : cents(fen, whole > 0));
    }

    private static String cents(int fen, boolean afterYuan) {
        int jiao = fen / 10;
        int rest = fen % 10;
        String text = jiao > 0 ? DIGITS.charAt(jiao) + "角" : afterYuan ? "零" : "";
        return rest > 0 ? text + DIGITS.charAt(rest) + "分" : text;
    }

    /** Groups of four digits from the highest: 万亿, 亿, 万, ones. */
    private static String whole(long whole) {
        var text = new StringBuilder();
        boolean zero = false;
        for (int place = GROUPS.length - 1; place >= 0; place--) {
            int group = (int) (whole / power(place) % GROUP);
            if (group == 0) {
                zero = !text.isEmpty();
                continue;
            }
            if (!text.isEmpty() && (zero || group < GROUP / 10)) {
                text.append('零');
            }
            zero = false;
            text.append(fourDigits(group)).append(place == 3 ? "万" : GROUPS[place]);
            if (place == 3 && whole / power(2) % GROUP == 0) {
                text.append('亿');
            }
        }
        return text.toString();
    }

    private static long power(int group) {
        return tens(PLACES.length * group);
    }

    private static long tens(int places) {
        long power = 1;
        for (int i = 0; i < places; i++) {
            power *= 10;
        }
        return power;
    }

    private static String fourDigits(int group) {
        var text = new StringBuilder();
        boolean zero = false;
        for (int place = PLACES.length - 1; place >= 0; place--) {
            int digit = group / (int) tens(place) % 10;
            if (digit == 0) {
                zero = !text.isEmpty();
                continue;
            }
            if (zero) {
                text.append('零');
            }
            zero = false;
            text.append(DIGITS.charAt(digit)).append(PLACES[place]);
        }
        return text.toString();
    }
}
