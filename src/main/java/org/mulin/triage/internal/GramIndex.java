package org.mulin.triage.internal;

import java.util.Arrays;

/** Numbers grams 0, 1, 2, … in the order they come; an open-addressing table without boxes. */
public final class GramIndex {
    private static final long EMPTY = 0;

    private long[] slots;
    private int[] numbers;
    private long[] keys;
    private int size;

    public GramIndex(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected * 2)) * 2;
        slots = new long[capacity];
        numbers = new int[capacity];
        keys = new long[Math.max(16, expected)];
    }

    public int size() {
        return size;
    }

    public long key(int number) {
        return keys[number];
    }

    /** The gram's number, or -1. */
    public int find(long key) {
        int slot = slot(key);
        return slots[slot] == EMPTY ? -1 : numbers[slot];
    }

    public int add(long key) {
        int slot = slot(key);
        if (slots[slot] == EMPTY) {
            if (size * 2 >= slots.length) {
                grow();
                slot = slot(key);
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
            }
            slots[slot] = key;
            numbers[slot] = size;
            keys[size++] = key;
        }
        return numbers[slot];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (slots.length - 1);
        while (slots[slot] != EMPTY && slots[slot] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        slots = new long[slots.length * 2];
        numbers = new int[slots.length];
        for (int number = 0; number < size; number++) {
            int slot = slot(keys[number]);
            slots[slot] = keys[number];
            numbers[slot] = number;
        }
    }
}
