package org.mulin.triage;

import java.util.Arrays;

/**
 * 答复指纹: what a reply says of its own, as the set of its pairs of letters; salutation, thanks, names, numbers and dates
 * are not in it. Words cannot be read back from it.
 */
public final class ReplyPrint {
    /** From which share on a reply is taken for another's words. */
    public static final double COPIED_FROM = 0.7;
    /** The same of replies that only say where a matter was handed on. */
    public static final double SAME_FORWARDING_FROM = 0.55;

    private final int[] pairs;

    /** @param pairs in any order; a pair may come twice */
    public ReplyPrint(int... pairs) {
        this.pairs = Arrays.stream(pairs).sorted().distinct().toArray();
    }

    /** Ascending. */
    public int[] pairs() {
        return pairs.clone();
    }

    /** It says nothing of its own. */
    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /** Which share of this reply stands in the other one, 0 to 1; of one that says nothing all does. */
    public double shareIn(ReplyPrint other) {
        int shared = 0;
        int at = 0;
        for (int pair : pairs) {
            while (at < other.pairs.length && other.pairs[at] < pair) {
                at++;
            }
            shared += at < other.pairs.length && other.pairs[at] == pair ? 1 : 0;
        }
        return pairs.length == 0 ? 1 : (double) shared / pairs.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReplyPrint print && Arrays.equals(pairs, print.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }
}
