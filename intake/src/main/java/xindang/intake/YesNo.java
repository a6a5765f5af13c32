package xindang.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cells that answer a question: disputed or not, settled or not. */
final class YesNo {

    private static final Set<String> YES = Set.of(
            "是",
            "y",
            "yes",
            "true",
            "1",
            "有",
            "有争议",
            "争议",
            "争议中",
            "x",
            "√",
            "✓",
            "t",
            "disputed",
            "open",
            "in dispute",
            "on");
    private static final Set<String> NO = Set.of(
            "否", "n", "no", "false", "0", "无", "无争议", "没有", "未争议", "f", "not disputed", "不争议", "×", "none", "off");
    private static final Set<String> SETTLED = Set.of(
            "是", "y", "yes", "true", "t", "√", "✓", "已核销", "已结清", "结清", "已收", "已付", "paid", "settled", "cleared");
    private static final Set<String> UNSETTLED =
            Set.of("否", "n", "no", "false", "f", "×", "未核销", "未结清", "未收", "未付", "unpaid", "unsettled", "open");

    private YesNo() {}

    /** Whether an item is disputed; null if the cell does not say clearly. */
    static @Nullable Boolean disputed(String text, Plan plan) {
        String plain = Cells.plain(text).toLowerCase(Locale.ROOT);
        if (NO.contains(plain) || Cells.missing(plain)) {
            return false;
        }
        if (YES.contains(plain) || plan.dispute == Plan.Dispute.REASON) {
            return true;
        }
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
        Amounts amounts = new Amounts();
        if (amounts.parse(bytes, 0, bytes.length, plan.comma[Field.AMOUNT.index()]) == Amounts.Status.GOOD) {
            return amounts.minor(2, 0) != 0;
        }
        boolean says = plain.contains("争议") || plain.contains("dispute");
        boolean denies = plain.contains("无") || plain.contains("非") || plain.contains("不") || plain.contains("no");
        return (says && !denies) ? Boolean.TRUE : null;
    }

    /** Whether an item is settled; null if the cell is neither a clear yes nor a clear no. */
    static @Nullable Boolean settled(String text) {
        String plain = Cells.plain(text).toLowerCase(Locale.ROOT);
        return SETTLED.contains(plain) ? Boolean.TRUE : UNSETTLED.contains(plain) ? Boolean.FALSE : null;
    }
}
