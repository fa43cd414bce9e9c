package org.mulin.access.internal;

import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.mulin.base.Refused;

/** What a password must be: at least ten characters out of three of four classes. */
final class Passwords {
    private static final int LENGTH_MIN = 10;
    private static final int LENGTH_MAX = 200;
    private static final int CLASSES_MIN = 3;

    private Passwords() {}

    /** @throws Refused {@code password-weak} at the field named */
    static void check(String password, String field) {
        Stream<IntPredicate> classes = Stream.of(
                Character::isUpperCase, Character::isLowerCase, Character::isDigit, c -> !Character.isLetterOrDigit(c));
        long found = classes.filter(each -> password.chars().anyMatch(each)).count();
        if (password.length() < LENGTH_MIN || password.length() > LENGTH_MAX || found < CLASSES_MIN) {
            throw Refused.of("password-weak").at(field);
        }
    }
}
