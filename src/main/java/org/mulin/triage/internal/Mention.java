package org.mulin.triage.internal;

import java.util.List;

/**
 * A name found in a text.
 *
 * @param from index of its first char in the plain text, @param to index after its last
 * @param weight how much it says: more in the subject, more when first, little when it is part of a road's name
 * @param doubtful a short name that may be an everyday word, or part of a road's name; believed when another agrees
 */
record Mention(int from, int to, List<Gazetteer.Meaning> meanings, float weight, boolean doubtful) {
    /** Of a doubtful name alone: it never places by itself. */
    private static final float DOUBTFUL_STRENGTH = 0.3f;

    Mention believed() {
        return new Mention(from, to, meanings, weight, false);
    }

    /** How surely the name means this. */
    float strength(Gazetteer.Meaning meaning) {
        return doubtful ? Math.min(meaning.strength(), DOUBTFUL_STRENGTH) : meaning.strength();
    }
}
