package org.mulin.policy.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.CityTable;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackContents;
import org.mulin.policy.PackProblem;
import org.mulin.policy.PackProblems;
import org.mulin.policy.PackTable;
import org.mulin.policy.Sheet;
import org.mulin.policy.internal.StoredDraft.Remark;
import org.springframework.stereotype.Component;

/** Holds a new table against the tables that will be in force beside it, as if they were one pack. */
@Component
class DraftCheck {
    static final int REMARKS_MAX = 300;

    private final StoredPolicy policy;
    private final VersionRepository versions;

    DraftCheck(StoredPolicy policy, VersionRepository versions) {
        this.policy = policy;
        this.versions = versions;
    }

    /** @param sheet the lines as their writer numbered them; null when the text is what they are known by */
    record Candidate(
            PackTable<?> table, String text, @Nullable Sheet sheet) {}

    /** What is wrong from that day on: with the tables of the day, and with those that come into force later. */
    List<PackProblem> mistakes(Candidate candidate, LocalDate from) {
        Set<LocalDate> days = new TreeSet<>(Set.of(from));
        policy.tables().values().stream()
                .filter(table -> table != candidate.table)
                .flatMap(table -> policy.versions(table).stream())
                .filter(version -> !version.withdrawn() && version.validFrom().isAfter(from))
                .forEach(version -> days.add(version.validFrom()));
        Set<PackProblem> found = new HashSet<>();
        for (LocalDate day : days) {
            var problems = new PackProblems();
            PackContents pack = together(candidate, day, problems);
            PackCheck.check(pack, problems);
            checkCity(pack, problems);
            found.addAll(problems.mistakes());
        }
        // those of the table itself first: they are what whoever uploaded it can mend
        return found.stream()
                .sorted(Comparator.<PackProblem, Boolean>comparing(
                                problem -> !problem.file().equals(candidate.table.file()))
                        .thenComparing(PackProblem.BY_PLACE))
                .toList();
    }

    /** One database serves one city; with another's code it would refuse to start the next time. */
    private void checkCity(PackContents pack, PackProblems problems) {
        String served = policy.city().code();
        pack.find(CityTable.class)
                .filter(city -> !city.code().equals(served))
                .ifPresent(city -> problems.add("pack.yaml", 0, "code", "city-code-fixed", served));
    }

    /** What deserves a look, that which is new first. */
    List<Remark> remarks(Candidate candidate, StoredVersion base, LocalDate day) {
        var old = new Candidate(candidate.table, versions.text(base.key()), null);
        Map<String, Integer> before = howMany(warnings(old, day));
        return warnings(candidate, day).stream()
                .map(problem -> new Remark(
                        problem.file(),
                        problem.line(),
                        problem.column(),
                        problem.code(),
                        problem.arguments().stream().map(String::valueOf).toList(),
                        isNew(problem, before)))
                .sorted(Comparator.comparing((Remark remark) -> !remark.fresh()))
                .limit(REMARKS_MAX)
                .toList();
    }

    private List<PackProblem> warnings(Candidate candidate, LocalDate day) {
        var problems = new PackProblems();
        PackContents pack = together(candidate, day, problems);
        candidate.table.remark(pack, problems);
        return problems.all().stream().filter(PackProblem::warning).toList();
    }

    private PackContents together(Candidate candidate, LocalDate day, PackProblems problems) {
        Map<PackTable<?>, String> texts = new LinkedHashMap<>();
        Map<PackTable<?>, Object> known = new LinkedHashMap<>();
        for (PackTable<?> table : policy.tables().values()) {
            if (table == candidate.table) {
                texts.put(table, candidate.text);
            } else {
                StoredVersion version = StoredVersion.inForce(policy.versions(table), day);
                texts.put(table, versions.text(version.key()));
                known.put(table, policy.content(table, version));
            }
        }
        Map<PackTable<?>, Sheet> sheets = candidate.sheet == null ? Map.of() : Map.of(candidate.table, candidate.sheet);
        return PackCheck.together(texts, sheets, known, problems);
    }

    static Map<String, Integer> howMany(List<PackProblem> problems) {
        Map<String, Integer> all = new HashMap<>();
        problems.forEach(problem -> all.merge(said(problem), howMuch(problem), Math::max));
        return all;
    }

    /** The same thing said of another line is the same, and so it is when there is less of it. */
    static boolean isNew(PackProblem problem, Map<String, Integer> before) {
        return howMuch(problem) > before.getOrDefault(said(problem), -1);
    }

    private static String said(PackProblem problem) {
        List<Object> arguments = problem.arguments();
        return problem.code() + (isCounted(arguments) ? arguments.subList(0, arguments.size() - 1) : arguments);
    }

    private static int howMuch(PackProblem problem) {
        List<Object> arguments = problem.arguments();
        return isCounted(arguments) ? (Integer) arguments.getLast() : 0;
    }

    /** A number at the end says how much there is of it. */
    private static boolean isCounted(List<Object> arguments) {
        return !arguments.isEmpty() && arguments.getLast() instanceof Integer;
    }
}
