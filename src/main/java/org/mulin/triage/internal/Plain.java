package org.mulin.triage.internal;

import java.util.Arrays;

/**
 * A text made comparable: full width folded to half, letters to lower case, traditional characters to simplified, HTML
 * tags and invisible characters dropped, every run of anything but letters and digits one blank. Each char remembers
 * where it stood in the original. One pass, whatever the text holds.
 */
public final class Plain {
    public static final char BLANK = ' ';
    private static final int TAG_CHARS_MAX = 200;

    private final char[] chars;
    private final int[] origins;
    private int length;

    private Plain(int capacity) {
        chars = new char[capacity];
        origins = new int[capacity];
    }

    public static Plain of(String text) {
        Plain plain = new Plain(text.length());
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (codePoint == '<') {
                int tagEnd = tagEnd(text, at);
                if (tagEnd > 0) {
                    plain.put(BLANK, at);
                    at = tagEnd;
                    continue;
                }
            }
            plain.take(codePoint, at);
            at = next;
        }
        return plain;
    }

    /** Whether there is no letter and no digit. */
    boolean isBlank() {
        return length == 0 || (length == 1 && chars[0] == BLANK);
    }

    public int length() {
        return length;
    }

    public char at(int index) {
        return chars[index];
    }

    public String part(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** Where the char at this index stood in the original. */
    int origin(int index) {
        return origins[index];
    }

    /** Where the char before this index ended in the original. */
    int originEnd(int index, String original) {
        int last = origins[index - 1];
        return last + Character.charCount(original.codePointAt(last));
    }

    /** Index of the first char that stood at or after this place of the original. */
    int indexOf(int origin) {
        int found = Arrays.binarySearch(origins, 0, length, origin);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    private void take(int codePoint, int origin) {
        int folded = fold(codePoint);
        if (isInvisible(folded)) {
            return;
        }
        if (!Character.isLetterOrDigit(folded)) {
            put(BLANK, origin);
        } else if (folded > Character.MAX_VALUE) {
            put((char) (0xE000 | (folded & 0xFFF)), origin);
        } else {
            put((char) folded, origin);
        }
    }

    private void put(char c, int origin) {
        if (c == BLANK && (length == 0 || chars[length - 1] == BLANK)) {
            return;
        }
        chars[length] = c;
        origins[length] = origin;
        length++;
    }

    private static int fold(int codePoint) {
        if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
            return Character.toLowerCase(codePoint - 0xFEE0);
        }
        return Simplified.of(Character.toLowerCase(codePoint));
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.SURROGATE -> true;
            default -> false;
        };
    }

    /** The index after a tag that opens here, or -1 when this is no tag. Looks ahead a bounded way. */
    private static int tagEnd(String text, int open) {
        int first = open + 1 < text.length() ? text.charAt(open + 1) : BLANK;
        boolean tag = first == '/' || first == '!' || (first < 128 && Character.isLetter(first));
        int limit = Math.min(text.length(), open + TAG_CHARS_MAX);
        for (int at = open + 1; tag && at < limit; at++) {
            char c = text.charAt(at);
            if (c == '>') {
                return at + 1;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }
}
