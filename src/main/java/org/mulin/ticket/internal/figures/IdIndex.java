package org.mulin.ticket.internal.figures;

import java.util.Arrays;
import java.util.UUID;

/** Which line an id has: open addressing over two arrays, a fifth of the memory of a map of objects. */
final class IdIndex {
    private static final int EMPTY = -1;

    private long[] high = new long[1024];
    private long[] low = new long[1024];
    private int[] slots = filled(2048);
    private int size;

    /** The line of this id; a new one, equal to the former {@link #size()}, when it is not known yet. */
    int line(UUID id) {
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (slots[slot] != EMPTY) {
            return slots[slot];
        }
        if (size == high.length) {
            high = Arrays.copyOf(high, size * 2);
            low = Arrays.copyOf(low, size * 2);
        }
        high[size] = id.getMostSignificantBits();
        low[size] = id.getLeastSignificantBits();
        slots[slot] = size;
        size++;
        if (size * 2 > slots.length) {
            spread();
        }
        return size - 1;
    }

    UUID id(int line) {
        return new UUID(high[line], low[line]);
    }

    int size() {
        return size;
    }

    private int slot(long most, long least) {
        int mask = slots.length - 1;
        long mixed = (most ^ least) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != EMPTY && (high[slots[slot]] != most || low[slots[slot]] != least)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void spread() {
        slots = filled(slots.length * 2);
        for (int line = 0; line < size; line++) {
            slots[slot(high[line], low[line])] = line;
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
