package xindang.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rejects of one block in columns: a file of two million bad rows must not become two million objects. */
final class RejectColumns {

    private static final int NO_FIELD = -1;

    private int size;
    private int[] line = new int[4];
    private byte[] field = new byte[4];
    private byte[] code = new byte[4];
    private int[] textEnd = new int[4];
    private byte[] texts = new byte[64];
    private int @Nullable [] order;

    int size() {
        return size;
    }

    void add(int atLine, @Nullable Field atField, RejectCode why, byte[] b, int s, int e) {
        if (size == line.length) {
            line = Arrays.copyOf(line, size * 2);
            field = Arrays.copyOf(field, size * 2);
            code = Arrays.copyOf(code, size * 2);
            textEnd = Arrays.copyOf(textEnd, size * 2);
        }
        int end = Math.min(e, s + Reject.LONGEST);
        while (end < e && end > s && (b[end] & 0xC0) == 0x80) {
            end--;
        }
        int used = start(size);
        texts = TextTable.room(texts, used, end - s);
        System.arraycopy(b, s, texts, used, end - s);
        textEnd[size] = used + end - s;
        line[size] = atLine;
        field[size] = (byte) (atField == null ? NO_FIELD : atField.index());
        code[size] = (byte) why.index();
        size++;
        order = null;
    }

    void add(int atLine, @Nullable Field atField, RejectCode why, String value) {
        byte[] b = value.getBytes(StandardCharsets.UTF_8);
        add(atLine, atField, why, b, 0, b.length);
    }

    private int start(int i) {
        return i == 0 ? 0 : textEnd[i - 1];
    }

    /** The i-th reject in the order of lines. */
    Reject get(int i, int file, int lineBase) {
        int at = order()[i];
        return new Reject(
                file,
                lineBase + line[at],
                field[at] == NO_FIELD ? null : Field.at(field[at]),
                RejectCode.at(code[at]),
                Cells.text(texts, start(at), textEnd[at]));
    }

    private int[] order() {
        int[] known = order;
        if (known == null) {
            long[] keys = new long[size];
            for (int i = 0; i < size; i++) {
                keys[i] = (long) line[i] << 32 | i;
            }
            Arrays.sort(keys);
            known = new int[size];
            for (int i = 0; i < size; i++) {
                known[i] = (int) keys[i];
            }
            order = known;
        }
        return known;
    }
}
