package org.mulin.triage.internal;

/**
 * Cuts a text into character n-grams of one to three letters; every run of digits counts as one 0. A gram is packed
 * exactly into a long (three chars and the length), so that no two grams share a feature.
 */
final class Grams {
    static final int LONGEST = 3;

    interface Visitor {
        /** @param from index of the gram's first char in the plain text, @param to index after its last */
        void gram(long key, int from, int to);
    }

    private Grams() {}

    static void visit(Plain plain, int from, int to, Visitor visitor) {
        char[] run = new char[LONGEST];
        int[] starts = new int[LONGEST];
        int held = 0;
        for (int at = from; at < to; at++) {
            char c = plain.at(at);
            if (c == Plain.BLANK) {
                held = 0;
                continue;
            }
            if (Character.isDigit(c)) {
                if (held > 0 && run[held - 1] == '0') {
                    continue;
                }
                c = '0';
            }
            if (held == LONGEST) {
                System.arraycopy(run, 1, run, 0, LONGEST - 1);
                System.arraycopy(starts, 1, starts, 0, LONGEST - 1);
                held--;
            }
            run[held] = c;
            starts[held] = at;
            held++;
            for (int size = 1; size <= held; size++) {
                visitor.gram(pack(run, held - size, size), starts[held - size], at + 1);
            }
        }
    }

    /** How many letters a packed gram has. */
    static int size(long key) {
        int third = (int) (key >>> 48) & 0xFF;
        return third > 0 ? third : (key >>> 32 & 0xFF) > 0 ? 2 : 1;
    }

    private static long pack(char[] run, int from, int size) {
        long key = size;
        for (int i = 0; i < size; i++) {
            key = key << 16 | run[from + i];
        }
        return key;
    }
}
