package org.mulin.ticket.internal;

import java.util.regex.Pattern;

/** Numbers by which an author can be reached: a mobile or fixed line, as exports write them. */
public final class Phones {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s　()（）.\\-－—]");
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)?86(?=1\\d{10}$|0?\\d{9,11}$)");
    private static final Pattern MOBILE = Pattern.compile("1[2-9]\\d{9}");
    /** With or without area code and extension; 400 and 800 numbers. */
    private static final Pattern FIXED =
            Pattern.compile("(?:0\\d{2,3})?[2-9]\\d{6,7}(?:(?:转|x|#)\\d{1,6})?|[48]00\\d{7}");

    private Phones() {}

    public static boolean isPhone(String text) {
        String digits = plain(text);
        return MOBILE.matcher(digits).matches() || FIXED.matcher(digits).matches();
    }

    /** The same number is the same text, however it was written. */
    public static String plain(String text) {
        return COUNTRY.matcher(SEPARATORS.matcher(text).replaceAll("")).replaceFirst("");
    }
}
