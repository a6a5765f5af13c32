package xindang.intake;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a row that is no valid item and says what else it is: blank, a total, the header again, or just faulty. */
final class NoItem {

    private static final int LONGEST = 1 << 14;
    /** What a total row lacks; only then a text like {@code 甲公司 小计} says more than the fault itself. */
    private static final Set<RejectCode> LACKING = EnumSet.of(
            RejectCode.MISSING_CUSTOMER,
            RejectCode.MISSING_AMOUNT,
            RejectCode.MISSING_DUE,
            RejectCode.MISSING_DATE,
            RejectCode.TOO_FEW_COLUMNS,
            RejectCode.TOTAL_ROW);

    private final Plan plan;
    private final byte[] customerHeader;
    private final byte[] amountHeader;

    NoItem(Plan plan) {
        this.plan = plan;
        this.customerHeader = plan.header(Field.CUSTOMER).getBytes(StandardCharsets.UTF_8);
        this.amountHeader = plan.header(Field.AMOUNT).getBytes(StandardCharsets.UTF_8);
    }

    /** The code to reject with; null if the row is blank. */
    @Nullable
    RejectCode classify(byte[] b, int start, int end, RowCells cells, RejectCode fault) {
        if (isBlank(b, start, end)) {
            return null;
        }
        if (fault == RejectCode.UNCLOSED_QUOTE) {
            return fault;
        }
        if (same(b, cells, Field.CUSTOMER, customerHeader) && same(b, cells, Field.AMOUNT, amountHeader)) {
            return RejectCode.REPEATED_HEADER;
        }
        return mentionsTotal(b, start, Math.min(end, start + LONGEST), LACKING.contains(fault))
                ? RejectCode.TOTAL_ROW
                : fault;
    }

    private boolean isBlank(byte[] b, int start, int end) {
        int p = start;
        while (p < end) {
            p = Cells.trimStart(b, p, end);
            if (p < end && b[p] != plan.delimiter && b[p] != '"') {
                return false;
            }
            p++;
        }
        return true;
    }

    private static boolean same(byte[] b, RowCells cells, Field field, byte[] header) {
        int s = Cells.trimStart(b, cells.starts[field.index()], cells.ends[field.index()]);
        int e = Cells.trimEnd(b, s, cells.ends[field.index()]);
        return java.util.Arrays.equals(b, s, Math.max(s, e), header, 0, header.length);
    }

    /** Whether one of the first cells with something in it means a total, or (loosely) speaks of one. */
    private boolean mentionsTotal(byte[] b, int start, int end, boolean loosely) {
        int looked = 0;
        int from = start;
        for (int p = start; p <= end && looked < 3; p++) {
            if (p < end && b[p] != plan.delimiter) {
                continue;
            }
            int s = Cells.trimStart(b, from, p);
            int e = Cells.trimEnd(b, s, p);
            if (plan.quotes && e - s >= 2 && b[s] == '"' && b[e - 1] == '"') {
                s++;
                e--;
            }
            if (s < e) {
                looked++;
                if (loosely ? Totals.mentions(b, s, e) : Totals.marks(b, s, e)) {
                    return true;
                }
            }
            from = p + 1;
        }
        return false;
    }
}
