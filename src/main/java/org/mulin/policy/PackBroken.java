package org.mulin.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pack has mistakes, so the server does not start. */
public final class PackBroken extends RuntimeException {
    private final List<PackProblem> problems;

    public PackBroken(List<PackProblem> problems) {
        super(problems.stream()
                .map(problem -> problem.shown(Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining("\n", "政策包有误，不能启用：\n", "")));
        this.problems = List.copyOf(problems);
    }

    public List<PackProblem> problems() {
        return problems;
    }
}
