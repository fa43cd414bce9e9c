package org.mulin.triage.internal.like;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.mulin.triage.Voice;
import org.mulin.triage.internal.Plain;

/**
 * What of a message is compared: each pair of neighbouring Chinese letters, each run of digits and Latin letters, and
 * the subject as a whole. Of a long body only those pairs are kept whose hash is small: the same ones of every message,
 * so that what two messages share can still be told. The subject's are all kept and count twice. Linear in the length.
 *
 * @param grams each once, ascending
 * @param counts of each gram
 * @param subject stands for the whole subject; 0 when that is too short to mean anything
 * @param horizon grams with a hash up to it (unsigned) are all there
 * @param names of the places that it names
 */
record Traits(int[] grams, byte[] counts, int subject, long horizon, Names names) {
    static final int GRAMS_MAX = 128;
    static final int COUNT_MAX = 63;
    static final long WHOLE = 0xFFFF_FFFFL;
    /** Shorter subjects are borne by different things: 路灯不亮. */
    private static final int SUBJECT_LETTERS_MIN = 9;

    private static final int SUBJECT_LETTERS_MAX = 60;
    private static final int SUBJECT_WEIGHT = 2;
    private static final int RUN_MAX = 12;

    static Traits of(Voice voice) {
        Plain subject = Plain.of(voice.text().subject());
        Plain body = Plain.of(voice.text().body());
        int[] ofSubject = sorted(grams(subject, SUBJECT_LETTERS_MAX));
        int[] ofBody = grams(body, Integer.MAX_VALUE);
        int[] all = Arrays.copyOf(ofBody, ofBody.length + SUBJECT_WEIGHT * ofSubject.length);
        for (int i = 0; i < SUBJECT_WEIGHT; i++) {
            System.arraycopy(ofSubject, 0, all, ofBody.length + i * ofSubject.length, ofSubject.length);
        }
        Names names = NameReader.of(subject, body, voice.sites());
        return few(counted(sorted(all)), ofSubject, key(subject)).naming(names);
    }

    private Traits naming(Names told) {
        return new Traits(grams, counts, subject, horizon, told);
    }

    /** Spread over all 32 bits, the same in every run. */
    static long hash(int gram) {
        int mixed = gram * 0x9E37_79B9;
        mixed = (mixed ^ mixed >>> 15) * 0x85EB_CA6B;
        return (mixed ^ mixed >>> 13) & WHOLE;
    }

    /** The two letters of a gram, if it is a pair of Chinese ones. */
    static boolean isPair(int gram) {
        return Character.isIdeographic(gram >>> 16) && Character.isIdeographic(gram & 0xFFFF);
    }

    private static int[] sorted(int[] grams) {
        Arrays.sort(grams);
        return grams;
    }

    private static Traits counted(int[] sorted) {
        int[] grams = new int[sorted.length];
        byte[] counts = new byte[sorted.length];
        int size = 0;
        for (int gram : sorted) {
            if (size > 0 && grams[size - 1] == gram) {
                counts[size - 1] = (byte) Math.min(COUNT_MAX, counts[size - 1] + 1);
            } else {
                grams[size] = gram;
                counts[size] = 1;
                size++;
            }
        }
        return new Traits(Arrays.copyOf(grams, size), Arrays.copyOf(counts, size), 0, WHOLE, Names.NONE);
    }

    private static Traits few(Traits all, int[] ofSubject, int subject) {
        if (all.grams.length <= GRAMS_MAX) {
            return new Traits(all.grams, all.counts, subject, WHOLE, Names.NONE);
        }
        int[] chosen = IntStream.range(0, all.grams.length)
                .boxed()
                .sorted(Comparator.<Integer, Boolean>comparing(i -> Arrays.binarySearch(ofSubject, all.grams[i]) < 0)
                        .thenComparing(i -> hash(all.grams[i])))
                .limit(GRAMS_MAX)
                .mapToInt(Integer::intValue)
                .toArray();
        long horizon = hash(all.grams[chosen[GRAMS_MAX - 1]]);
        Arrays.sort(chosen);
        int[] grams = new int[GRAMS_MAX];
        byte[] counts = new byte[GRAMS_MAX];
        for (int i = 0; i < GRAMS_MAX; i++) {
            grams[i] = all.grams[chosen[i]];
            counts[i] = all.counts[chosen[i]];
        }
        return new Traits(grams, counts, subject, horizon, Names.NONE);
    }

    private static int[] grams(Plain plain, int lettersMax) {
        int end = Math.min(plain.length(), lettersMax);
        int[] grams = new int[end];
        int size = 0;
        int at = 0;
        while (at < end) {
            char c = plain.at(at);
            if (isRun(c)) {
                int start = at;
                while (at < end && isRun(plain.at(at))) {
                    at++;
                }
                grams[size++] = run(plain, start, Math.min(at, start + RUN_MAX));
                continue;
            }
            if (at + 1 < end && Character.isIdeographic(c) && Character.isIdeographic(plain.at(at + 1))) {
                grams[size++] = c << 16 | plain.at(at + 1);
            }
            at++;
        }
        return Arrays.copyOf(grams, size);
    }

    /** Latin letters, digits, and whatever script is not written in ideographs. */
    private static boolean isRun(char c) {
        return c != Plain.BLANK && !Character.isIdeographic(c);
    }

    private static int run(Plain plain, int from, int to) {
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + plain.at(at);
        }
        return hash & 0x3FFF_FFFF | 1;
    }

    private static int key(Plain subject) {
        int hash = 7;
        int letters = 0;
        for (int at = 0; at < subject.length(); at++) {
            if (subject.at(at) != Plain.BLANK) {
                hash = hash * 31 + subject.at(at);
                letters++;
            }
        }
        return letters < SUBJECT_LETTERS_MIN ? 0 : (int) hash(hash) | 1;
    }
}
