package org.mulin.ticket.internal.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.PackProblems;
import org.mulin.policy.Row;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;

/** What a duty list hardly means: matters that nobody leads, and units that send work round in circles. */
final class DutyRemarks {
    /** A law, regulation or rule that is named without saying which article. */
    private static final Pattern NO_ARTICLE = Pattern.compile("《[^》]*(?:法|条例|规定|办法|细则)》(?!第[^《》]*条)");

    private final Matters matters;
    private final UnaryOperator<String> units;
    private final PackProblems remarks;

    private DutyRemarks(Matters matters, UnaryOperator<String> units, PackProblems remarks) {
        this.matters = matters;
        this.units = units;
        this.remarks = remarks;
    }

    /** @param units what the list's references to units are called */
    static void find(List<Row> rows, Matters matters, UnaryOperator<String> units, PackProblems remarks) {
        var found = new DutyRemarks(matters, units, remarks);
        found.unled(rows);
        found.withoutArticle(rows);
        Map<String, List<Row>> byMatter = new LinkedHashMap<>();
        rows.forEach(row -> byMatter.computeIfAbsent(row.text("matter"), _ -> new ArrayList<>())
                .add(row));
        byMatter.values().forEach(found::circles);
        byMatter.values().forEach(found::sameLead);
    }

    /** Neither the matter nor its class has an entry: every such ticket goes to the street of its place. */
    private void unled(List<Row> rows) {
        Set<String> led = rows.stream().map(row -> row.text("matter")).collect(Collectors.toSet());
        matters.leaves().stream()
                .filter(leaf -> matters.lineage(leaf.code()).stream().noneMatch(led::contains))
                .map(Matter::name)
                .forEach(name -> remarks.warn("duty.csv", 0, "matter", "duty-no-lead", name));
    }

    /** Told at the first row that names it so. */
    private void withoutArticle(List<Row> rows) {
        Map<String, List<Row>> byBasis = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> NO_ARTICLE.matcher(row.text("basis")).find())
                .forEach(row -> byBasis.computeIfAbsent(row.text("basis"), _ -> new ArrayList<>())
                        .add(row));
        byBasis.forEach(
                (basis, all) -> remarks.warn(all.getFirst(), "basis", "duty-basis-no-article", basis, all.size()));
    }

    /** Of one matter: whoever leads asks others to assist, who lead elsewhere and ask the first: work goes round. */
    private void circles(List<Row> rows) {
        Map<String, Set<String>> asked = new LinkedHashMap<>();
        rows.forEach(row -> asked.computeIfAbsent(row.text("lead"), _ -> new LinkedHashSet<>())
                .addAll(row.list("assists")));
        Set<Set<String>> told = new HashSet<>();
        for (Row row : rows) {
            List<String> circle = way(row.text("lead"), asked);
            if (!circle.isEmpty() && told.add(Set.copyOf(circle))) {
                String shown = Stream.concat(circle.stream(), Stream.of(circle.getFirst()))
                        .map(units)
                        .collect(Collectors.joining(" → "));
                remarks.warn(row, "assists", "duty-loop", name(row), shown);
            }
        }
    }

    /** The shortest way from a lead over those it asks back to itself; empty when there is none. */
    private static List<String> way(String lead, Map<String, Set<String>> asked) {
        Map<String, String> cameFrom = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(lead));
        while (!next.isEmpty()) {
            String here = next.remove();
            for (String assist : asked.getOrDefault(here, Set.of())) {
                if (assist.equals(lead)) {
                    return back(lead, here, cameFrom);
                }
                if (cameFrom.putIfAbsent(assist, here) == null) {
                    next.add(assist);
                }
            }
        }
        return List.of();
    }

    private static List<String> back(String lead, String last, Map<String, String> cameFrom) {
        Deque<String> way = new ArrayDeque<>();
        for (String at = last; !at.equals(lead); at = String.valueOf(cameFrom.get(at))) {
            way.addFirst(at);
        }
        way.addFirst(lead);
        return List.copyOf(way);
    }

    /** A ticket that the unit returns on one level would be given to it again on the next. */
    private void sameLead(List<Row> rows) {
        Map<String, Row> seen = new HashMap<>();
        for (Row row : rows) {
            @Nullable Row earlier = seen.putIfAbsent(row.text("lead"), row);
            if (earlier != null) {
                remarks.warn(
                        row,
                        "lead",
                        "duty-same-lead",
                        name(row),
                        earlier.text("level"),
                        row.text("level"),
                        units.apply(row.text("lead")));
            }
        }
    }

    private String name(Row row) {
        String code = row.text("matter");
        return matters.find(code).map(Matter::name).orElse(code);
    }
}
