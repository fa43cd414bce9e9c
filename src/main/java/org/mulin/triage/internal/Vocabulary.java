package org.mulin.triage.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The words that a model knows: those that stood in what it learnt about two labels or more, so that it knows what they
 * do not tell. What a few decisions about one matter brought along, say all of a foreign language, stands for nothing.
 * A word is a Chinese letter, or a whole run of letters of any other script; what holds a digit is none. Holds hashes.
 */
final class Vocabulary {
    static final Vocabulary NONE = new Vocabulary(new GramIndex(0));

    private static final long OF_SEVERAL = -1;
    private static final long RUN = 1L << 40;

    private final GramIndex words;

    private Vocabulary(GramIndex words) {
        this.words = words;
    }

    /** @param labels of each text */
    static Vocabulary of(List<Plain> plains, List<String> labels) {
        Map<Long, Long> seenIn = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        for (int i = 0; i < plains.size(); i++) {
            long label = numbers.computeIfAbsent(labels.get(i), _ -> (long) numbers.size());
            visit(
                    plains.get(i),
                    word -> seenIn.merge(word, label, (one, other) -> one.equals(other) ? one : OF_SEVERAL));
        }
        return of(seenIn.entrySet().stream()
                .filter(entry -> entry.getValue() == OF_SEVERAL)
                .mapToLong(Map.Entry::getKey)
                .sorted()
                .toArray());
    }

    static Vocabulary of(long[] words) {
        GramIndex index = new GramIndex(words.length);
        Arrays.stream(words).forEach(index::add);
        return new Vocabulary(index);
    }

    long[] words() {
        long[] all = new long[words.size()];
        Arrays.setAll(all, words::key);
        return all;
    }

    /** The share of its different words that are not known; 0 when it has none. */
    double unfamiliar(Plain plain) {
        GramIndex own = new GramIndex(plain.length());
        visit(plain, own::add);
        int unknown = 0;
        for (int i = 0; i < own.size(); i++) {
            unknown += words.find(own.key(i)) < 0 ? 1 : 0;
        }
        return own.size() == 0 ? 0 : (double) unknown / own.size();
    }

    private static void visit(Plain plain, LongConsumer each) {
        long run = 0;
        boolean numbered = false;
        for (int at = 0; at <= plain.length(); at++) {
            char letter = at < plain.length() ? plain.at(at) : Plain.BLANK;
            boolean inRun = letter != Plain.BLANK && !Character.isIdeographic(letter);
            if (inRun) {
                run = (run * 31 + letter) & (RUN - 1);
                numbered |= Character.isDigit(letter);
                continue;
            }
            if (run != 0 && !numbered) {
                each.accept(RUN | run);
            }
            run = 0;
            numbered = false;
            if (letter != Plain.BLANK) {
                each.accept(letter);
            }
        }
    }
}
