package org.mulin.triage.internal;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where words begin and end; no names are looked for, as the dictionary does not hold them. */
public final class Words {
    private static final Segment SEGMENT = new ViterbiSegment()
            .enableCustomDictionary(false)
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false);

    private Words() {}

    /** One after the other, blanks among them; put together they are the text. */
    static List<String> of(String plain) {
        List<String> words = new ArrayList<>();
        SEGMENT.seg(plain).forEach(term -> words.add(term.word));
        return words;
    }

    /** The indexes between two words, with both ends. */
    public static BitSet bounds(String plain) {
        BitSet bounds = new BitSet();
        int at = 0;
        bounds.set(0);
        for (String word : of(plain)) {
            at += word.length();
            bounds.set(at);
        }
        return bounds;
    }
}
