package org.mulin.base;

import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much a letter speaks for a person's name, by its place in one: the logarithm of how often it stands there, as
 * HanLP counted it in a newspaper, to how often it is or begins something else.
 */
final class NameLetters {
    private static final double SURE = 3;
    private static final double RARE = 50;

    /** What a letter weighs as a family name, as the first of two given letters, as the second, as the only one. */
    private record Weight(double family, double first, double second, double only) {}

    private static final Map<Character, Weight> KNOWN = new ConcurrentHashMap<>();

    private NameLetters() {}

    static double family(char letter) {
        return weight(letter).family;
    }

    static double given(char only) {
        return weight(only).only;
    }

    static double given(char first, char second) {
        return weight(first).first + weight(second).second;
    }

    private static Weight weight(char letter) {
        return KNOWN.computeIfAbsent(letter, NameLetters::read);
    }

    private static Weight read(char letter) {
        EnumItem<NR> roles = PersonDictionary.dictionary.get(String.valueOf(letter));
        if (roles == null || !Character.isIdeographic(letter)) {
            return new Weight(-SURE, -SURE, -SURE, -SURE);
        }
        CoreDictionary.Attribute word = CoreDictionary.get(String.valueOf(letter));
        double other = RARE + count(roles, NR.K) + count(roles, NR.L) + count(roles, NR.M);
        if (word != null) {
            for (int i = 0; i < word.nature.length; i++) {
                other += word.nature[i].startsWith("nr") ? 0 : word.frequency[i];
            }
        }
        return new Weight(
                log(count(roles, NR.B), other),
                log(count(roles, NR.C), other),
                log(count(roles, NR.D), other),
                log(count(roles, NR.E), other));
    }

    private static double log(int names, double other) {
        return Math.clamp(Math.log((names + 1) / other), -SURE, SURE);
    }

    private static int count(EnumItem<NR> roles, NR role) {
        return roles.containsLabel(role) ? roles.getFrequency(role) : 0;
    }
}
