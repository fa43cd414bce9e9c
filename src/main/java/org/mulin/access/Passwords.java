package org.mulin.access;

import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.mulin.base.Refused;

/** What a password must be: at least ten characters out of three of four classes. */
public final class Passwords {
    private static final int LENGTH_MIN = 10;
    private static final int LENGTH_MAX = 200;
    private static final int CLASSES_MIN = 3;

    private Passwords() {}

    /** @throws Refused {@code password-weak} at the field named */
    public static void check(String password, String field) {
        if (!isStrong(password)) {
            throw Refused.of("password-weak").at(field);
        }
    }

    public static boolean isStrong(String password) {
        Stream<IntPredicate> classes = Stream.of(
                Character::isUpperCase, Character::isLowerCase, Character::isDigit, c -> !Character.isLetterOrDigit(c));
        long found = classes.filter(each -> password.chars().anyMatch(each)).count();
        return password.length() >= LENGTH_MIN && password.length() <= LENGTH_MAX && found >= CLASSES_MIN;
    }
}
