package org.mulin.base;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Beside {@code @NotBlank}: a text that is there must also be seen. Zero-width characters and fillers are no blanks to
 * Java, yet a text of nothing else is empty to whoever has to answer it.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Written.Check.class)
public @interface Written {
    String message() default "field-required";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A blank text is left to {@code @NotBlank}, so that it is reported once. */
    final class Check implements ConstraintValidator<Written, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.isBlank() || isVisible(text);
        }

        /** Whether there is anything to see in it. */
        public static boolean isVisible(String text) {
            return text.codePoints().anyMatch(Check::isVisible);
        }

        private static boolean isVisible(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                // letters and signs that are drawn as nothing: the Hangul fillers and the Braille blank
                default -> "\u115F\u1160\u3164\uFFA0\u2800".indexOf(character) < 0;
            };
        }
    }
}
