package org.mulin.triage.internal;

import java.util.BitSet;

/**
 * Tells quickly that a stretch of a text is no slip of any name. One slip leaves of a name its first two sounds, its
 * last two, or its first and its last, and changes its length by one at most; a stretch that has none of these in
 * common with a name needs no closer look. It errs only towards looking.
 */
final class Framing {
    private static final int BITS = 1 << 20;

    private final BitSet frames = new BitSet(BITS);

    /** @param sound of two letters at least */
    void add(String sound) {
        int last = sound.length() - 1;
        for (int length = sound.length() - 1; length <= sound.length() + 1; length++) {
            frames.set(bit(0, sound.charAt(0), sound.charAt(1), length));
            frames.set(bit(1, sound.charAt(last - 1), sound.charAt(last), length));
            frames.set(bit(2, sound.charAt(0), sound.charAt(last), length));
        }
    }

    /** @param from index of the stretch's first sound, @param to index after its last; two at least */
    boolean mayHold(String sounds, int from, int to) {
        char first = sounds.charAt(from);
        char last = sounds.charAt(to - 1);
        int length = to - from;
        return frames.get(bit(0, first, sounds.charAt(from + 1), length))
                || frames.get(bit(1, sounds.charAt(to - 2), last, length))
                || frames.get(bit(2, first, last, length));
    }

    private static int bit(int kind, char one, char other, int length) {
        int hash = (((kind * 31 + length) * 65_599 + one) * 65_599 + other) * 0x9E3779B9;
        return hash >>> 12;
    }
}
