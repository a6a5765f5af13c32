package xindang.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Customers as one reading thread meets them: number by text, the first name, and whether the text means a total. */
final class CustomerTable {

    private final TextTable texts = new TextTable();
    private byte[] names = new byte[1 << 12];
    private int namesUsed;
    private int[] nameEnd = new int[1 << 9];
    private int[] nameStart = new int[1 << 9];
    private int[] nameBlock = new int[1 << 9];
    private boolean[] total = new boolean[1 << 9];

    TextTable texts() {
        return texts;
    }

    int intern(byte[] b, int s, int e) {
        int before = texts.size();
        int id = texts.intern(b, s, e);
        if (id == before) {
            if (id == nameEnd.length) {
                nameEnd = Arrays.copyOf(nameEnd, id * 2);
                nameStart = Arrays.copyOf(nameStart, id * 2);
                nameBlock = Arrays.copyOf(nameBlock, id * 2);
                total = Arrays.copyOf(total, id * 2);
            }
            nameBlock[id] = -1;
            total[id] = Totals.marks(b, s, e);
        }
        return id;
    }

    boolean isTotal(int id) {
        return total[id];
    }

    boolean isNamed(int id) {
        return nameBlock[id] >= 0;
    }

    /** Keeps the first name of a customer and the block it stood in, so that the first in the file can be told. */
    void name(int id, byte[] b, int s, int e, int block) {
        names = TextTable.room(names, namesUsed, e - s);
        System.arraycopy(b, s, names, namesUsed, e - s);
        nameStart[id] = namesUsed;
        namesUsed += e - s;
        nameEnd[id] = namesUsed;
        nameBlock[id] = block;
    }

    int nameBlock(int id) {
        return nameBlock[id];
    }

    @Nullable
    String name(int id) {
        return nameBlock[id] < 0 ? null : Cells.text(names, nameStart[id], nameEnd[id]);
    }
}
