package org.mulin.base;

import java.util.List;

/** A request whose fields cannot be understood: 400, naming each field. */
public final class Malformed extends RuntimeException {
    private final List<FieldProblem> problems;

    public Malformed(List<FieldProblem> problems) {
        super("malformed", null, false, false);
        this.problems = List.copyOf(problems);
    }

    public static Malformed of(String field, String code, Object... arguments) {
        return new Malformed(List.of(FieldProblem.of(field, code, arguments)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
