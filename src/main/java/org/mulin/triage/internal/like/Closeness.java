package org.mulin.triage.internal.like;

/** How much two messages have in common. */
final class Closeness {
    /** Of all their grams two versions of one message share at least so much. */
    static final double TWIN = 0.7;

    private static final int TWIN_GRAMS_MIN = 8;

    private final Postings postings;

    Closeness(Postings postings) {
        this.postings = postings;
    }

    double length(Entry entry) {
        double unknown = postings.rarityOfUnknown();
        double sum = entry.unknown() * unknown * unknown;
        for (int gram : entry.grams()) {
            double part = Entry.weight(gram) * postings.rarity(Entry.number(gram));
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    /** The cosine of both, rare grams counting more. */
    double cosine(Entry one, double length, Entry other) {
        double otherLength = length(other);
        return length == 0 || otherLength == 0 ? 0 : product(one, other) / length / otherLength;
    }

    private double product(Entry one, Entry other) {
        int[] left = one.grams();
        int[] right = other.grams();
        double sum = 0;
        int j = 0;
        for (int gram : left) {
            int number = Entry.number(gram);
            while (j < right.length && Entry.number(right[j]) < number) {
                j++;
            }
            if (j < right.length && Entry.number(right[j]) == number) {
                double rarity = postings.rarity(number);
                sum += Entry.weight(gram) * Entry.weight(right[j]) * rarity * rarity;
            }
        }
        return sum;
    }

    /** The same subject, or nearly the same grams. */
    boolean twins(Entry one, Entry other) {
        if (one.subject() >= 0 && one.subject() == other.subject()) {
            return true;
        }
        return shared(one, other) >= TWIN;
    }

    /** The share of the grams of both that stand in both, as far as all of them are known of both. */
    double shared(Entry one, Entry other) {
        long horizon = Math.min(one.horizon(), other.horizon());
        int[] left = one.grams();
        int[] right = other.grams();
        int both = 0;
        int all = one.unknown() > 0 ? Math.round(one.unknown()) : 0;
        int i = 0;
        int j = 0;
        while (i < left.length || j < right.length) {
            int leftNumber = i < left.length ? Entry.number(left[i]) : Integer.MAX_VALUE;
            int rightNumber = j < right.length ? Entry.number(right[j]) : Integer.MAX_VALUE;
            int number = Math.min(leftNumber, rightNumber);
            if (Traits.hash(postings.gram(number)) <= horizon) {
                all++;
                both += leftNumber == rightNumber ? 1 : 0;
            }
            i += leftNumber == number ? 1 : 0;
            j += rightNumber == number ? 1 : 0;
        }
        return all < TWIN_GRAMS_MIN ? 0 : (double) both / all;
    }
}
