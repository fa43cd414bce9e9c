package org.mulin.base;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What is wrong with the fields of a body, as the checks on its record found it. */
public final class FieldProblems {
    private FieldProblems() {}

    public static List<FieldProblem> of(BindingResult found) {
        return found.getFieldErrors().stream()
                .map(error -> of(
                        error.getField(),
                        String.valueOf(error.getCode()),
                        error.unwrap(ConstraintViolation.class)
                                .getConstraintDescriptor()
                                .getAttributes(),
                        error.getRejectedValue()))
                .toList();
    }

    /**
     * @param constraint simple name of the annotation that was not kept
     * @param value that did not keep it: a text has characters, a list has items
     */
    public static FieldProblem of(
            String field, String constraint, Map<String, Object> attributes, @Nullable Object value) {
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty", "Written" -> FieldProblem.of(field, "field-required");
            case "Size" ->
                value instanceof Collection<?> items && items.isEmpty()
                        ? FieldProblem.of(field, "field-required")
                        : size(field, attributes, value);
            default -> FieldProblem.of(field, "field-invalid");
        };
    }

    private static FieldProblem size(String field, Map<String, Object> attributes, @Nullable Object value) {
        return attributes.get("max") instanceof Integer max && max < Integer.MAX_VALUE && !isShort(attributes, value)
                ? FieldProblem.of(field, value instanceof Collection ? "field-too-many" : "field-too-long", max)
                : FieldProblem.of(field, "field-too-short", String.valueOf(attributes.get("min")));
    }

    private static boolean isShort(Map<String, Object> attributes, @Nullable Object value) {
        return value instanceof CharSequence text
                && attributes.get("min") instanceof Integer min
                && text.length() < min;
    }
}
