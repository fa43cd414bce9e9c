package org.mulin.triage.internal;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.HashMap;
import java.util.Map;

/**
 * How letters sound, as people type them: one letter of the private use area for each syllable, without tones; what
 * many do not tell apart (zh and z, ing and in, l and n) is the same. A letter without a sound stands for itself, so
 * that a text and its sound are equally long.
 */
final class Sounds {
    private static final char HAN_FIRST = '\u4e00';
    private static final char HAN_LAST = '\u9fff';
    private static final char SYLLABLE_FIRST = '\ue000';

    private static final char[] BY_LETTER = byLetter();

    private Sounds() {}

    static char of(char letter) {
        return letter < HAN_FIRST || letter > HAN_LAST ? letter : BY_LETTER[letter - HAN_FIRST];
    }

    static String of(String text) {
        char[] sounds = text.toCharArray();
        for (int at = 0; at < sounds.length; at++) {
            sounds[at] = of(sounds[at]);
        }
        return new String(sounds);
    }

    private static char[] byLetter() {
        char[] sounds = new char[HAN_LAST - HAN_FIRST + 1];
        Map<String, Character> syllables = new HashMap<>();
        for (char letter = HAN_FIRST; letter <= HAN_LAST; letter++) {
            Pinyin[] readings = PinyinDictionary.get(String.valueOf(letter));
            sounds[letter - HAN_FIRST] = readings == null || readings.length == 0
                    ? letter
                    : syllables.computeIfAbsent(coarse(readings[0].getPinyinWithoutTone()), ignored ->
                            (char) (SYLLABLE_FIRST + syllables.size()));
        }
        return sounds;
    }

    private static String coarse(String syllable) {
        String open = syllable.replaceFirst("^([zcs])h", "$1").replaceFirst("^n", "l");
        return open.replaceFirst("(?<=[aei])ng$", "n");
    }
}
