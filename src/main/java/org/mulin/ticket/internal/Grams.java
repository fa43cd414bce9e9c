package org.mulin.ticket.internal;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Pairs of neighbouring characters, by which texts without word breaks are found. */
public final class Grams {
    /** What is found by its words is found within its first chars; bounds the index. */
    private static final int CHARS_MAX = 2_000;

    private Grams() {}

    public static String[] of(String... texts) {
        Set<String> grams = new LinkedHashSet<>();
        for (String text : texts) {
            String plain = text.toLowerCase(Locale.ROOT);
            int end = Math.min(plain.length(), CHARS_MAX) - 1;
            for (int i = 0; i < end; i++) {
                if (Character.isLetterOrDigit(plain.charAt(i)) && Character.isLetterOrDigit(plain.charAt(i + 1))) {
                    grams.add(plain.substring(i, i + 2));
                }
            }
        }
        return grams.toArray(String[]::new);
    }
}
