package org.mulin.triage.internal.like;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are gathered because they are about one thing, with the grams they have on average: only the most
 * telling ones once they are many.
 */
final class Bundle {
    private static final int GRAMS_MAX = 512;
    private static final double UNKNOWN = -1;

    private final Library library;
    private int[] members = new int[2];
    private int size;
    private int[] grams = {};
    private float[] sums = {};
    private double length = UNKNOWN;
    private @Nullable NameCounts names;
    private long first_s = Long.MAX_VALUE;
    private long last_s = Long.MIN_VALUE;

    Bundle(Library library) {
        this.library = library;
    }

    int size() {
        return size;
    }

    int member(int index) {
        return members[index];
    }

    /** How long before the first or after the last of its messages this moment is; 0 between them. */
    long gap_s(long at_s) {
        return Math.max(0, Math.max(first_s - at_s, at_s - last_s));
    }

    void add(int message, Entry entry) {
        if (size == members.length) {
            members = Arrays.copyOf(members, size * 2);
        }
        members[size++] = message;
        first_s = Math.min(first_s, entry.at_s());
        last_s = Math.max(last_s, entry.at_s());
        // most messages stay alone: their average is made when somebody joins them
        if (size == 2) {
            names = new NameCounts();
            count(only(), 1);
        }
        if (size > 1) {
            count(entry, 1);
        }
    }

    private void count(Entry entry, int sign) {
        sum(entry, sign);
        names().add(entry.names(), sign);
    }

    private NameCounts names() {
        if (names == null) {
            names = new NameCounts();
            names.add(only().names(), 1);
        }
        return names;
    }

    Names.Agreement naming(Entry entry) {
        return size == 1
                ? library.naming(only(), entry)
                : names().with(entry.names(), name -> library.says(entry, name));
    }

    Names.Agreement naming(Bundle other) {
        return size == 1 ? other.naming(only()) : names().with(other.names());
    }

    private Entry only() {
        return Objects.requireNonNull(library.entry(members[0]));
    }

    /** The span of time stays: that only makes it easier to come back. */
    void remove(int message, Entry entry) {
        for (int i = 0; i < size; i++) {
            if (members[i] == message) {
                System.arraycopy(members, i + 1, members, i, size - i - 1);
                size--;
                if (size < 2) {
                    grams = new int[0];
                    sums = new float[0];
                    names = null;
                } else {
                    count(entry, -1);
                }
                return;
            }
        }
    }

    private void sum(Entry entry, int sign) {
        double own = library.closeness.length(entry);
        if (own == 0) {
            return;
        }
        int[] added = entry.grams();
        int[] merged = new int[grams.length + added.length];
        float[] weights = new float[merged.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < grams.length || j < added.length) {
            int left = i < grams.length ? grams[i] : Integer.MAX_VALUE;
            int right = j < added.length ? Entry.number(added[j]) : Integer.MAX_VALUE;
            merged[count] = Math.min(left, right);
            weights[count] = left <= right ? sums[i] : 0;
            weights[count] += right <= left ? (float) (sign * Entry.weight(added[j]) / own) : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
            // what the last one takes with it is gone, but for roundings
            count += weights[count] > 1e-6f ? 1 : 0;
        }
        grams = Arrays.copyOf(merged, count);
        sums = Arrays.copyOf(weights, count);
        length = UNKNOWN;
        if (count > GRAMS_MAX * 2) {
            keepTelling();
        }
    }

    private void keepTelling() {
        float[] weights = new float[grams.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (sums[i] * library.postings.rarity(grams[i]));
        }
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        float least = sorted[sorted.length - GRAMS_MAX];
        int kept = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] >= least) {
                grams[kept] = grams[i];
                sums[kept++] = sums[i];
            }
        }
        grams = Arrays.copyOf(grams, kept);
        sums = Arrays.copyOf(sums, kept);
    }

    private double length() {
        if (length == UNKNOWN) {
            double sum = 0;
            for (int i = 0; i < grams.length; i++) {
                double part = sums[i] * library.postings.rarity(grams[i]);
                sum += part * part;
            }
            length = Math.sqrt(sum);
        }
        return length;
    }

    /** The cosine of a message and the average. */
    double closeness(Entry entry) {
        if (size == 1) {
            return library.closeness.cosine(entry, library.closeness.length(entry), only());
        }
        double own = library.closeness.length(entry);
        double sum = 0;
        int j = 0;
        for (int gram : entry.grams()) {
            int number = Entry.number(gram);
            while (j < grams.length && grams[j] < number) {
                j++;
            }
            if (j < grams.length && grams[j] == number) {
                double rarity = library.postings.rarity(number);
                sum += Entry.weight(gram) * sums[j] * rarity * rarity;
            }
        }
        return sum == 0 ? 0 : sum / own / length();
    }

    /** The cosine of both averages. */
    double closeness(Bundle other) {
        if (size == 1 || other.size == 1) {
            return size == 1 ? other.closeness(only()) : closeness(other.only());
        }
        double sum = 0;
        int j = 0;
        for (int i = 0; i < grams.length; i++) {
            while (j < other.grams.length && other.grams[j] < grams[i]) {
                j++;
            }
            if (j < other.grams.length && other.grams[j] == grams[i]) {
                double rarity = library.postings.rarity(grams[i]);
                sum += sums[i] * other.sums[j] * rarity * rarity;
            }
        }
        return sum == 0 ? 0 : sum / length() / other.length();
    }

    long first_s() {
        return first_s;
    }
}
