package org.mulin.base;

/** How personal data are shown to people without a stated purpose (name: surname only; phone 3+4; ID 3+4). */
public final class Masks {
    private Masks() {}

    public static String name(String name) {
        if (name.isEmpty()) {
            return "";
        }
        int surname = name.offsetByCodePoints(0, 1);
        return name.substring(0, surname) + "*".repeat(Math.max(1, name.codePointCount(surname, name.length())));
    }

    public static String phone(String phone) {
        return middle(phone);
    }

    public static String idNumber(String number) {
        return middle(number);
    }

    private static String middle(String text) {
        return text.length() <= 7
                ? "*".repeat(text.length())
                : text.substring(0, 3) + "*".repeat(text.length() - 7) + text.substring(text.length() - 4);
    }
}
