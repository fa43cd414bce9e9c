package org.mulin.base;

/**
 * All areas at or below one node of the territory tree, as a half-open range over area keys compared byte by byte
 * (COLLATE "C"): {@code lo <= key < hi}.
 */
public record AreaRange(String lo, String hi) {
    /** Reaches nothing. */
    public static final AreaRange NONE = new AreaRange("", "");
    /** Reaches everything: keys are digits, ASCII letters and '~'. */
    public static final AreaRange ALL = new AreaRange("", "\u007f");

    public static AreaRange of(String areaKey) {
        return areaKey.isEmpty() ? ALL : new AreaRange(areaKey, areaKey + "\u007f");
    }

    public boolean contains(String areaKey) {
        return areaKey.compareTo(lo) >= 0 && areaKey.compareTo(hi) < 0;
    }

    public boolean contains(AreaRange other) {
        return other.lo.compareTo(lo) >= 0 && other.hi.compareTo(hi) <= 0;
    }
}
