package org.mulin.triage.internal;

import com.hankcs.hanlp.HanLP;

/** Traditional characters as simplified ones, char by char, so that every char keeps its place. */
final class Simplified {
    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final char[] TABLE = table();

    private Simplified() {}

    static int of(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST ? TABLE[codePoint - FIRST] : codePoint;
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            char letter = (char) (FIRST + i);
            String simplified = HanLP.convertToSimplifiedChinese(String.valueOf(letter));
            table[i] = simplified.length() == 1 ? simplified.charAt(0) : letter;
        }
        return table;
    }
}
