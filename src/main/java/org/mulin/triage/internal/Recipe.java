package org.mulin.triage.internal;

/**
 * What a classifier is made of. Measured ingredient by ingredient: docs/modules/triage.md.
 *
 * @param longest letters of a gram
 * @param subjectShare length of the subject's own block of grams, where that of the whole message is one; 0 for none
 * @param naiveBayes whether features that tell more by themselves are freer
 * @param cost of a message on the wrong side
 * @param subjectAlone whether a message without a body is read by a model of subjects too
 */
record Recipe(int longest, float subjectShare, boolean naiveBayes, double cost, boolean subjectAlone) {
    static final Recipe BEST = new Recipe(3, 0.6f, true, 3, true);
}
