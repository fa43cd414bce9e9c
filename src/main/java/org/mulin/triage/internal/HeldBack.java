package org.mulin.triage.internal;

import org.mulin.triage.Text;

/**
 * Which confirmed tickets are kept back from learning, to try models on. The words decide and nothing else: the rule is
 * the same on every node and after every restart, and the same words told twice stand on one side.
 */
final class HeldBack {
    /** One in so many. */
    static final int ONE_IN = 5;

    private HeldBack() {}

    static boolean is(Text text) {
        Plain plain = Plain.of(text.whole());
        int hash = 1;
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.at(at);
            if (letter != Plain.BLANK && !Character.isDigit(letter)) {
                hash = 31 * hash + letter;
            }
        }
        // the last letters alone must not decide: every bit of the hash is mixed into those that are looked at
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        hash ^= hash >>> 16;
        return Math.floorMod(hash, ONE_IN) == 0;
    }
}
