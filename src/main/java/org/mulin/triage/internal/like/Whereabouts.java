package org.mulin.triage.internal.like;

/**
 * How far what is known of their places lets two messages be about one thing. Who names another place speaks of another
 * thing; who names none, of the same only nearby or in much the same words.
 */
final class Whereabouts {
    /** Of how close the words are so much counts where nothing says that the place is the same. */
    private static final double UNSURE = 0.7;
    /** Places of one parent agree: two grids of a community, which have so many digits of their own. */
    private static final int PLACE_DIGITS = 3;
    /** Keys that begin alike are near each other when they reach below a street. */
    private static final int STREET_DIGITS = 9;

    private Whereabouts() {}

    /**
     * @param one key of an area, empty when nobody knows, @param other the other's
     * @return 0 to 1
     */
    static double trust(Names.Agreement names, String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        boolean agree = same >= shorter - PLACE_DIGITS;
        boolean near = agree && shorter > STREET_DIGITS;
        return switch (names) {
            case DIFFERENT -> 0;
            case SAME -> agree ? 1 : UNSURE;
            case UNKNOWN -> near ? 1 : UNSURE;
        };
    }
}
