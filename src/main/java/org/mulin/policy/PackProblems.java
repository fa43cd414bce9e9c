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
        PackProblemTexts.require(code);
        problems.add(new PackProblem(file, line, column, code, List.of(arguments)));
    }

    public int count() {
        return problems.size();
    }

    /** In the order of file and line. */
    public List<PackProblem> all() {
        return problems.stream().sorted(PackProblem.BY_PLACE).toList();
    }
}
