package org.mulin.triage.internal;

import org.mulin.triage.Text;

/**
 * The known grams of one message with their counts; those of the subject count {@value #SUBJECT_WEIGHT} times, as it
 * says in a line what the body tells at length.
 */
final class Bag {
    /** Marks a gram as one of a subject: another feature than the same letters anywhere. */
    static final long SUBJECT = 1L << 62;

    static final Bag EMPTY = new Bag(new GramIndex(0), 0);

    private static final float SUBJECT_WEIGHT = 2;
    /** Of the unknown, pairs are counted: single letters are nearly all known, and few longer grams ever are. */
    private static final int UNKNOWN_CHARS = 2;

    private static final float[] STRENGTHS = new float[64];

    static {
        for (int count = 1; count < STRENGTHS.length; count++) {
            STRENGTHS[count] = 1 + (float) Math.log(count);
        }
    }

    private final GramIndex known;
    private final GramIndex own;
    private final int[] features;
    private final float[] counts;
    private float unknown;

    private Bag(GramIndex known, int grams) {
        this.known = known;
        own = new GramIndex(Math.min(grams, known.size()));
        features = new int[Math.min(grams, known.size())];
        counts = new float[features.length];
    }

    /** Counts the grams of a message that the index knows. */
    static Bag of(GramIndex known, Text text, Plain plain) {
        int bodyAt = bodyAt(text, plain);
        Bag bag = new Bag(known, plain.length() * Grams.LONGEST);
        Grams.visit(plain, 0, bodyAt, (key, from, to) -> bag.count(key, to - from, SUBJECT_WEIGHT));
        Grams.visit(plain, bodyAt, plain.length(), (key, from, to) -> bag.count(key, to - from, 1));
        return bag;
    }

    /** Counts the grams of the subject that the index knows as such. */
    static Bag ofSubject(GramIndex known, Text text, Plain plain) {
        int bodyAt = bodyAt(text, plain);
        Bag bag = new Bag(known, bodyAt * Grams.LONGEST);
        Grams.visit(plain, 0, bodyAt, (key, from, to) -> bag.count(key | SUBJECT, to - from, 1));
        return bag;
    }

    /** Where the body begins in the plain text. */
    static int bodyAt(Text text, Plain plain) {
        return plain.indexOf(text.subject().length());
    }

    int size() {
        return own.size();
    }

    int feature(int index) {
        return features[index];
    }

    /** Grows slower than the count, so that a word said twenty times does not drown the rest. */
    float strength(int index) {
        int count = (int) counts[index];
        return count < STRENGTHS.length ? STRENGTHS[count] : 1 + (float) Math.log(count);
    }

    /** How many pairs of letters the index does not know, those of the subject counted as such. */
    float unknown() {
        return unknown;
    }

    private void count(long key, int chars, float weight) {
        int feature = known.find(key);
        if (feature < 0) {
            unknown += chars == UNKNOWN_CHARS ? weight : 0;
        } else {
            int index = own.add(key);
            features[index] = feature;
            counts[index] += weight;
        }
    }
}
