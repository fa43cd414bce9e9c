package org.mulin.base;

import java.util.List;

/** One thing wrong with one field of a request; {@code code} is an entry of problems.csv. */
public record FieldProblem(String field, String code, List<Object> arguments) {
    public static FieldProblem of(String field, String code, Object... arguments) {
        return new FieldProblem(field, code, List.of(arguments));
    }
}
