package org.mulin.area;

import java.util.EnumSet;
import java.util.Locale;

/**
 * Levels of the territory tree, from the top. Significant digits of a code: city 4, county 6, street 9, community 12,
 * grid 15.
 */
public enum AreaLevel {
    CITY(4, 12),
    COUNTY(6, 12),
    STREET(9, 12),
    COMMUNITY(12, 12),
    GRID(15, 15);

    private final int significantDigits;
    private final int codeDigits;

    AreaLevel(int significantDigits, int codeDigits) {
        this.significantDigits = significantDigits;
        this.codeDigits = codeDigits;
    }

    /** The word used in packs and URLs, such as {@code grid}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AreaLevel ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Length of a full code on this level; the significant digits are filled up with zeros. */
    int codeDigits() {
        return codeDigits;
    }

    /** Levels may be skipped (a city without counties), but a grid lies in a community. */
    boolean mayHold(AreaLevel below) {
        return below == GRID ? this == COMMUNITY : compareTo(below) < 0;
    }

    boolean isJustAbove(AreaLevel below) {
        return compareTo(below) < 0 && EnumSet.range(this, below).size() == 2;
    }

    String significant(String code) {
        return code.substring(0, significantDigits);
    }
}
