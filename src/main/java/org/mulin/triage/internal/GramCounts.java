package org.mulin.triage.internal;

import java.util.Arrays;
import java.util.List;
import org.mulin.triage.Text;

/** The grams that a set of messages uses, and how rare each is (log of messages over messages with it, plus one). */
record GramCounts(GramIndex grams, float[] rarity) {
    /**
     * Which grams are kept.
     *
     * @param whole grams of the whole message
     * @param subject grams of the subject, as such
     * @param longest letters of a gram
     * @param messagesMin in how many messages a gram must stand
     * @param gramsMax the most frequent grams stay
     */
    record Choice(boolean whole, boolean subject, int longest, int messagesMin, int gramsMax) {}

    static GramCounts of(List<Text> texts, List<Plain> plains, Choice choice) {
        Counter counter = new Counter(choice.longest);
        for (int message = 0; message < plains.size(); message++) {
            counter.message = message + 1;
            Plain plain = plains.get(message);
            if (choice.whole) {
                Grams.visit(plain, 0, plain.length(), (key, _, _) -> counter.count(key));
            }
            if (choice.subject) {
                int bodyAt = Bag.bodyAt(texts.get(message), plain);
                Grams.visit(plain, 0, bodyAt, (key, _, _) -> counter.count(key | Bag.SUBJECT));
            }
        }
        return kept(counter, plains.size(), choice);
    }

    /** In how many messages each gram stands. */
    private static final class Counter {
        private final int longest;
        private final GramIndex grams = new GramIndex(1 << 14);
        private int[] lastIn = new int[1 << 14];
        private int[] messagesWith = new int[1 << 14];
        private int message;

        Counter(int longest) {
            this.longest = longest;
        }

        void count(long key) {
            if (Grams.size(key & ~Bag.SUBJECT) > longest) {
                return;
            }
            int gram = grams.add(key);
            if (gram >= lastIn.length) {
                lastIn = Arrays.copyOf(lastIn, lastIn.length * 2);
                messagesWith = Arrays.copyOf(messagesWith, lastIn.length);
            }
            if (lastIn[gram] != message) {
                lastIn[gram] = message;
                messagesWith[gram]++;
            }
        }
    }

    private static GramCounts kept(Counter counter, int messages, Choice choice) {
        GramIndex all = counter.grams;
        int atLeast = Math.max(choice.messagesMin, leastCount(counter.messagesWith, all.size(), choice.gramsMax));
        GramIndex grams = new GramIndex(Math.min(all.size(), choice.gramsMax));
        float[] rarity = new float[all.size()];
        for (int gram = 0; gram < all.size(); gram++) {
            if (counter.messagesWith[gram] >= atLeast) {
                int number = grams.add(all.key(gram));
                rarity[number] = 1 + (float) Math.log((double) messages / counter.messagesWith[gram]);
            }
        }
        return new GramCounts(grams, Arrays.copyOf(rarity, grams.size()));
    }

    private static int leastCount(int[] messagesWith, int size, int gramsMax) {
        if (size <= gramsMax) {
            return 1;
        }
        int[] sorted = Arrays.copyOf(messagesWith, size);
        Arrays.sort(sorted);
        return sorted[size - gramsMax] + 1;
    }
}
