package org.mulin.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the mistakes of one pack while it is read and checked. */
public final class PackProblems {
    private final List<PackProblem> problems = new ArrayList<>();

    public void add(Row row, String column, String code, Object... arguments) {
        add(row.file(), row.line(), column, code, arguments);
    }

    public void add(String file, int line, @Nullable String column, String code, Object... arguments) {
        PackProblem.TEXTS.entry(code);
        problems.add(new PackProblem(file, line, column, code, List.of(arguments), false));
    }

    /** Something worth a look that keeps no pack from being put in force. */
    public void warn(Row row, String column, String code, Object... arguments) {
        warn(row.file(), row.line(), column, code, arguments);
    }

    public void warn(String file, int line, @Nullable String column, String code, Object... arguments) {
        PackProblem.TEXTS.entry(code);
        problems.add(new PackProblem(file, line, column, code, List.of(arguments), true));
    }

    /** How many mistakes; warnings are none. */
    public int count() {
        return mistakes().size();
    }

    public List<PackProblem> mistakes() {
        return all().stream().filter(problem -> !problem.warning()).toList();
    }

    /** Mistakes and warnings, in the order of file and line. */
    public List<PackProblem> all() {
        return problems.stream().sorted(PackProblem.BY_PLACE).toList();
    }
}
