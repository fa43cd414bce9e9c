package org.mulin.triage.internal;

import com.hankcs.hanlp.dictionary.stopword.CoreStopWordDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.mulin.triage.Text;

/**
 * Finds the words of a message that spoke for a label: each gram's pull is spread over its chars, and a word has the
 * mean of its own. Pieces of words, which is what grams are, tell a reader nothing.
 */
final class TellingWords {
    static final int WORDS_MAX = 5;
    private static final int WORD_CHARS_MIN = 2;
    private static final int WORD_CHARS_MAX = 12;
    private static final float PEAK_SHARE = 0.35f;

    private record Word(int from, int to) {
        float pull(float[] pulls) {
            float sum = 0;
            for (int at = from; at < to; at++) {
                sum += pulls[at];
            }
            return sum;
        }
    }

    private TellingWords() {}

    /** For each label the pieces that spoke for it, strongest first. */
    static List<List<String>> of(LinearModel model, int[] labels, Text text, Plain plain) {
        float[][] pulls = new float[labels.length][plain.length()];
        Grams.visit(plain, 0, plain.length(), (key, from, to) -> {
            int feature = model.feature(key);
            for (int i = 0; i < labels.length && feature >= 0; i++) {
                float pull = model.pull(feature, labels[i]) / (to - from);
                for (int at = from; at < to && at - from < WORD_CHARS_MAX; at++) {
                    pulls[i][at] += pull;
                }
            }
        });
        String whole = text.whole();
        List<Word> words = words(plain);
        return Arrays.stream(pulls)
                .map(each -> strongest(words, each).stream()
                        .map(word -> whole.substring(plain.origin(word.from), plain.originEnd(word.to, whole)))
                        .distinct()
                        .limit(WORDS_MAX)
                        .toList())
                .toList();
    }

    /** What can stand alone and be understood: no single letter, nothing that every sentence holds. */
    private static List<Word> words(Plain plain) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (String word : Words.of(plain.part(0, plain.length()))) {
            int to = from + word.length();
            if (to - from >= WORD_CHARS_MIN && !CoreStopWordDictionary.contains(word)) {
                words.add(new Word(from, to));
            }
            from = to;
        }
        return words;
    }

    private static List<Word> strongest(List<Word> words, float[] pulls) {
        float peak = 0;
        for (float pull : pulls) {
            peak = Math.max(peak, pull);
        }
        float least = peak * PEAK_SHARE;
        return peak == 0
                ? List.of()
                : words.stream()
                        .filter(word -> word.pull(pulls) >= least * (word.to - word.from))
                        .sorted(Comparator.comparingDouble((Word word) -> -word.pull(pulls))
                                .thenComparingInt(Word::from))
                        .toList();
    }
}
