package org.mulin.triage.internal.like;

import java.util.Arrays;
import org.mulin.triage.internal.GramIndex;

/** Of each gram in how many messages it stands and, unless it stands everywhere, in which. */
final class Postings {
    /** What so many messages have finds nothing. */
    static final int LISTED_MAX = 20_000;
    /** As if the city had written so many messages before, so that the first ones are not all rare words. */
    private static final double MESSAGES_BEFORE = 1_000;

    private static final int[] NONE = {};
    private static final double[] LOGARITHMS = logarithms();

    private final GramIndex numbers = new GramIndex(1 << 12);
    private int[] messages = new int[1 << 12];
    private int[][] lists = new int[1 << 12][];
    private int[] lengths = new int[1 << 12];
    private int size;
    private double logarithm = Math.log(MESSAGES_BEFORE);

    /** How many messages there are. */
    int size() {
        return size;
    }

    /** -1 when nobody has used it. */
    int number(int gram) {
        return numbers.find(Integer.toUnsignedLong(gram));
    }

    int gram(int number) {
        return (int) numbers.key(number);
    }

    int add(int gram) {
        int number = numbers.add(Integer.toUnsignedLong(gram));
        if (number == messages.length) {
            messages = Arrays.copyOf(messages, number * 2);
            lists = Arrays.copyOf(lists, number * 2);
            lengths = Arrays.copyOf(lengths, number * 2);
        }
        return number;
    }

    private void count(int more) {
        size += more;
        logarithm = Math.log(size + MESSAGES_BEFORE);
    }

    void put(Entry entry, int message) {
        count(1);
        for (int gram : entry.grams()) {
            int number = Entry.number(gram);
            messages[number]++;
            int[] list = lists[number] == null ? NONE : lists[number];
            int length = lengths[number];
            if (length >= LISTED_MAX) {
                lists[number] = NONE;
                continue;
            }
            if (length == list.length) {
                list = Arrays.copyOf(list, length < 2 ? 2 : length + length / 2);
                lists[number] = list;
            }
            list[length] = message;
            lengths[number]++;
        }
    }

    /** The message stays in the lists, where whoever reads them passes over it. */
    void remove(Entry entry) {
        count(-1);
        for (int gram : entry.grams()) {
            messages[Entry.number(gram)]--;
        }
    }

    /** In how many messages the gram stands. */
    int messages(int number) {
        return messages[number];
    }

    boolean isListed(int number) {
        return lengths[number] < LISTED_MAX;
    }

    /** Whose first {@link #length} messages have the gram, oldest first. */
    int[] list(int number) {
        int[] list = lists[number];
        return list == null ? NONE : list;
    }

    int length(int number) {
        return lengths[number] < LISTED_MAX ? lengths[number] : 0;
    }

    /** The rarer the more a gram tells. */
    double rarity(int number) {
        int count = messages[number] + 1;
        return telling(logarithm - (count < LOGARITHMS.length ? LOGARITHMS[count] : Math.log(count)));
    }

    double rarityOfUnknown() {
        return telling(logarithm);
    }

    /** More than its information: what names one place tells more about the thing than two words that name its kind. */
    private static double telling(double information) {
        return information * Math.sqrt(information);
    }

    private static double[] logarithms() {
        double[] all = new double[1 << 12];
        for (int i = 1; i < all.length; i++) {
            all[i] = Math.log(i);
        }
        return all;
    }
}
