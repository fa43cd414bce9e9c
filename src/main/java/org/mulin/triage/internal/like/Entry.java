package org.mulin.triage.internal.like;

/**
 * A message in the index.
 *
 * @param grams ascending: a gram's number, six bits, how often it is there
 * @param unknown of a draft: what grams that nobody has used yet add to its length
 * @param subject number of the gram that stands for the whole subject, -1 without
 * @param horizon grams with a hash up to it are all there
 * @param names of the places that it names
 * @param place number of its area's key
 * @param person -1 when nobody knows who
 */
record Entry(
        int[] grams,
        float unknown,
        int subject,
        long horizon,
        Names names,
        int place,
        int person,
        int likes,
        long at_s) {
    static final int COUNT_BITS = 6;

    static int number(int gram) {
        return gram >>> COUNT_BITS;
    }

    /** The more often the more, but ever less. */
    static float weight(int gram) {
        return WEIGHTS[gram & Traits.COUNT_MAX];
    }

    private static final float[] WEIGHTS = weights();

    private static float[] weights() {
        float[] weights = new float[Traits.COUNT_MAX + 1];
        for (int count = 1; count < weights.length; count++) {
            weights[count] = 1 + (float) Math.log(count);
        }
        return weights;
    }
}
