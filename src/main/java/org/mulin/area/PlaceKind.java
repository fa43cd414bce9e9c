package org.mulin.area;

import java.util.Locale;

/** What sort of place a name stands for. */
public enum PlaceKind {
    COMPOUND,
    ROAD,
    SCHOOL,
    MARKET,
    PARK,
    LANDMARK;

    /** The word used in packs, such as {@code compound}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlaceKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
