package org.mulin.triage.internal.like;

import java.util.Arrays;

/** Adds numbers up by message; an open-addressing table without boxes. */
final class Tally {
    private int[] keys = filled(1 << 10);
    private float[] sums = new float[1 << 10];
    private int size;

    void add(int message, float weight) {
        int slot = slot(message);
        if (keys[slot] < 0) {
            if (size * 2 >= keys.length) {
                grow();
                slot = slot(message);
            }
            keys[slot] = message;
            size++;
        }
        sums[slot] += weight;
    }

    /** Those with the largest sums, in no order; of equal ones the earlier message. */
    int[] largest(int limit) {
        int[] all = new int[size];
        int count = 0;
        float[] values = new float[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] >= 0) {
                values[count] = sums[slot];
                all[count++] = keys[slot];
            }
        }
        if (size <= limit) {
            Arrays.sort(all);
            return all;
        }
        Arrays.sort(values);
        float least = values[size - limit];
        Arrays.sort(all);
        int[] kept = new int[limit];
        int taken = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int message : all) {
                float sum = sums[slot(message)];
                if (taken < limit && (pass == 0 ? sum > least : sum == least)) {
                    kept[taken++] = message;
                }
            }
        }
        return kept;
    }

    private int slot(int message) {
        int mask = keys.length - 1;
        int slot = message * 0x9E37_79B9 >>> 8 & mask;
        while (keys[slot] >= 0 && keys[slot] != message) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        float[] oldSums = sums;
        keys = filled(oldKeys.length * 2);
        sums = new float[keys.length];
        for (int old = 0; old < oldKeys.length; old++) {
            if (oldKeys[old] >= 0) {
                int slot = slot(oldKeys[old]);
                keys[slot] = oldKeys[old];
                sums[slot] = oldSums[old];
            }
        }
    }

    private static int[] filled(int length) {
        int[] keys = new int[length];
        Arrays.fill(keys, -1);
        return keys;
    }
}
