package xindang.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Texts known by small numbers: an open-addressing table over one byte arena, so that a customer number met two million
 * times costs no object. Belongs to one thread.
 */
final class TextTable {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    // Unlike from run to run, so that nobody can write a file whose texts all collide; no result depends on it.
    private static final long SEED = MIX * System.nanoTime();
    private static final int LARGEST_ARENA = Integer.MAX_VALUE - 64;

    // Two numbers a slot, side by side, so that an ordinary text costs one look into memory: the first eight bytes,
    // then
    // the length (upper half) and the number + 1 (lower half); an empty slot is 0.
    private long[] slots = new long[1 << 11];
    private int[] ends = new int[1 << 9];
    private byte[] arena = new byte[1 << 14];
    private int size;

    int size() {
        return size;
    }

    /** A hash of bytes, all of its bits usable. */
    static int hash(byte[] b, int s, int e) {
        return hash(b, s, e, head(b, s, e));
    }

    private static int hash(byte[] b, int s, int e, long head) {
        long h = (SEED ^ (e - s) ^ head) * MIX;
        for (int p = s + 8; p < e; p += 8) {
            h = ((h ^ (h >>> 29)) ^ head(b, p, e)) * MIX;
        }
        h = (h ^ (h >>> 32)) * MIX;
        return (int) (h >>> 32);
    }

    /** The first eight bytes, or all there are, in one number: most texts are no longer, and compare at once. */
    private static long head(byte[] b, int s, int e) {
        int length = e - s;
        if (s + 8 <= b.length) {
            long eight = (long) LONGS.get(b, s);
            return length >= 8 ? eight : eight & ((1L << (8 * length)) - 1);
        }
        long head = 0;
        for (int p = e - 1; p >= s; p--) {
            head = (head << 8) | (b[p] & 0xFF);
        }
        return head;
    }

    /** The number of a text, a new one if it is met for the first time. */
    int intern(byte[] b, int s, int e) {
        long head = head(b, s, e);
        int hash = hash(b, s, e, head);
        int mask = slots.length - 1;
        int slot = hash * 2 & mask;
        for (long known = slots[slot + 1]; known != 0; known = slots[slot + 1]) {
            if (slots[slot] == head && known >>> 32 == e - s && sameTail((int) known - 1, b, s, e)) {
                return (int) known - 1;
            }
            slot = slot + 2 & mask;
        }
        return add(b, s, e, head, slot);
    }

    private boolean sameTail(int id, byte[] b, int s, int e) {
        return e - s <= 8 || Arrays.equals(arena, start(id) + 8, ends[id], b, s + 8, e);
    }

    private int add(byte[] b, int s, int e, long head, int slot) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        arena = room(arena, start, e - s);
        System.arraycopy(b, s, arena, start, e - s);
        ends[size++] = start + e - s;
        slots[slot] = head;
        slots[slot + 1] = (long) (e - s) << 32 | size;
        if (size * 4 > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** An arena with room for {@code more} bytes behind {@code used}. */
    static byte[] room(byte[] arena, int used, int more) {
        if ((long) used + more <= arena.length) {
            return arena;
        }
        if ((long) used + more > LARGEST_ARENA) {
            throw new IntakeProblem(IntakeProblem.Code.TOO_MANY_ROWS, java.util.Map.of());
        }
        return Arrays.copyOf(arena, (int) Math.min(LARGEST_ARENA, Math.max(arena.length * 2L, (long) used + more)));
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        int mask = larger.length - 1;
        for (int id = 0; id < size; id++) {
            long head = head(arena, start(id), ends[id]);
            int slot = hash(arena, start(id), ends[id], head) * 2 & mask;
            while (larger[slot + 1] != 0) {
                slot = slot + 2 & mask;
            }
            larger[slot] = head;
            larger[slot + 1] = (long) (ends[id] - start(id)) << 32 | id + 1;
        }
        slots = larger;
    }

    private int start(int id) {
        return id == 0 ? 0 : ends[id - 1];
    }

    /** The text of a number. */
    String text(int id) {
        return Cells.text(arena, start(id), ends[id]);
    }

    /** The number of another table's text here. */
    int internFrom(TextTable other, int id) {
        return intern(other.arena, other.start(id), other.ends[id]);
    }
}
