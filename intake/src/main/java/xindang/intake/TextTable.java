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

    private int[] slots = new int[1 << 10];
    private int[] hashes = new int[1 << 9];
    private int[] ends = new int[1 << 9];
    private byte[] arena = new byte[1 << 14];
    private int size;

    int size() {
        return size;
    }

    /** A hash of bytes, all of its bits usable. */
    static int hash(byte[] b, int s, int e) {
        int length = e - s;
        long h = SEED ^ length;
        int p = s;
        for (; p + 8 <= e; p += 8) {
            h = (h ^ (long) LONGS.get(b, p)) * MIX;
            h ^= h >>> 29;
        }
        long tail = 0;
        for (; p < e; p++) {
            tail = tail << 8 | (b[p] & 0xFF);
        }
        h = (h ^ tail) * MIX;
        return (int) (h ^ h >>> 32);
    }

    /** The number of a text, a new one if it is met for the first time. */
    int intern(byte[] b, int s, int e) {
        int hash = hash(b, s, e);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int id = slots[slot] - 1;
            if (hashes[id] == hash && Arrays.equals(arena, start(id), ends[id], b, s, e)) {
                return id;
            }
            slot = slot + 1 & mask;
        }
        return add(b, s, e, hash, slot);
    }

    private int add(byte[] b, int s, int e, int hash, int slot) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        arena = room(arena, start, e - s);
        System.arraycopy(b, s, arena, start, e - s);
        ends[size] = start + e - s;
        hashes[size] = hash;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
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
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int id = 0; id < size; id++) {
            int slot = hashes[id] & mask;
            while (larger[slot] != 0) {
                slot = slot + 1 & mask;
            }
            larger[slot] = id + 1;
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
