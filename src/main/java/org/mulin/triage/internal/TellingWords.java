package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mulin.triage.Text;

/** Finds the pieces of a message that spoke for a label: each gram's pull is spread over its chars, peaks are read. */
final class TellingWords {
    static final int WORDS_MAX = 5;
    private static final int WORD_CHARS_MIN = 2;
    private static final int WORD_CHARS_MAX = 12;
    private static final float PEAK_SHARE = 0.35f;

    private record Piece(int from, int to, float pull) {}

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
        return Arrays.stream(pulls).map(each -> words(plain, each, whole)).toList();
    }

    private static List<String> words(Plain plain, float[] pulls, String whole) {
        List<Piece> pieces = pieces(plain, pulls);
        pieces.sort(Comparator.comparingDouble((Piece piece) -> -piece.pull).thenComparingInt(Piece::from));
        Set<String> words = new LinkedHashSet<>();
        for (int i = 0; i < pieces.size() && words.size() < WORDS_MAX; i++) {
            Piece piece = pieces.get(i);
            words.add(whole.substring(plain.origin(piece.from), plain.originEnd(piece.to, whole)));
        }
        return List.copyOf(words);
    }

    private static List<Piece> pieces(Plain plain, float[] pulls) {
        float peak = 0;
        for (float pull : pulls) {
            peak = Math.max(peak, pull);
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        float sum = 0;
        for (int at = 0; at <= pulls.length; at++) {
            boolean inside = at < pulls.length
                    && peak > 0
                    && plain.at(at) != Plain.BLANK
                    && pulls[at] >= peak * PEAK_SHARE
                    && at - from < WORD_CHARS_MAX;
            if (inside) {
                sum += pulls[at];
                continue;
            }
            if (at - from >= WORD_CHARS_MIN) {
                pieces.add(new Piece(from, at, sum));
            }
            from = at + 1;
            sum = 0;
        }
        return pieces;
    }
}
