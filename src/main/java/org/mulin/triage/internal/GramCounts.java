package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The grams that a set of messages uses, and how rare each is (log of messages over messages with it, plus one). */
record GramCounts(GramIndex grams, float[] rarity) {
    static GramCounts of(List<Plain> messages, int gramsMax) {
        GramIndex all = new GramIndex(1 << 14);
        int[] lastIn = new int[1 << 14];
        int[] messagesWith = new int[1 << 14];
        List<int[]> grown = new ArrayList<>(List.of(lastIn, messagesWith));
        for (int message = 0; message < messages.size(); message++) {
            int number = message + 1;
            Plain plain = messages.get(message);
            Grams.visit(plain, 0, plain.length(), (key, _, _) -> {
                int gram = all.add(key);
                if (gram >= grown.get(0).length) {
                    grown.replaceAll(array -> Arrays.copyOf(array, array.length * 2));
                }
                if (grown.get(0)[gram] != number) {
                    grown.get(0)[gram] = number;
                    grown.get(1)[gram]++;
                }
            });
        }
        return kept(all, grown.get(1), messages.size(), gramsMax);
    }

    private static GramCounts kept(GramIndex all, int[] messagesWith, int messages, int gramsMax) {
        int atLeast = leastCount(messagesWith, all.size(), gramsMax);
        GramIndex grams = new GramIndex(Math.min(all.size(), gramsMax));
        float[] rarity = new float[all.size()];
        for (int gram = 0; gram < all.size(); gram++) {
            if (messagesWith[gram] >= atLeast) {
                int number = grams.add(all.key(gram));
                rarity[number] = 1 + (float) Math.log((double) messages / messagesWith[gram]);
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
