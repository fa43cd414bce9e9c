package org.mulin.insight.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaLevel;
import org.mulin.base.AreaRange;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.mulin.insight.internal.InsightViews.ListFilter;
import org.mulin.insight.internal.Ranking.Place;
import org.mulin.insight.internal.RatesViews.Choice;
import org.mulin.insight.internal.RatesViews.Rates;
import org.mulin.insight.internal.RatesViews.RatesLine;
import org.mulin.insight.internal.RatesViews.RuleView;
import org.mulin.insight.internal.RatesViews.RulesView;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures;
import org.mulin.ticket.TicketFigures.Counted;
import org.mulin.ticket.TicketFigures.Question;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Service;

/** Compares units, areas or matters by the three rates: one count, then the rules of the period's last day. */
@Service
class RatesService {
    private final TicketFigures figures;
    private final Units units;
    private final Policy policy;
    private final Clock clock;

    RatesService(TicketFigures figures, Units units, Policy policy, Clock clock) {
        this.figures = figures;
        this.units = units;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * What is wanted.
     *
     * @param kind of units, null: all; or level of areas, null: the next below with some to compare
     * @param name part of the name; null: all
     */
    record Wish(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            RatesBy by,
            @Nullable String kind,
            @Nullable String name) {}

    /** One who is to be compared. */
    private record Candidate(String code, String name, Tally tally, ListFilter list) {}

    /** @param kind that was compared in the end; null: all */
    private record Candidates(@Nullable String kind, List<Choice> choices, List<Candidate> all) {}

    /** All lines, best first. */
    Rates rates(Scope.View view, Wish wish) {
        ZoneId zone = policy.city().zone();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Period period = Period.of(wish.from(), wish.to(), today);
        List<Area> areas = wish.by() == RatesBy.AREA ? areas(view, wish.kind()) : List.of();
        List<LocalDate> months = wish.by() == RatesBy.MONTH ? period.months() : List.of(period.from());
        Counted counted = figures.count(new Question(
                view.range(),
                period.begins(zone),
                period.ends(zone),
                period.previous().begins(zone),
                areas.stream().map(area -> AreaRange.of(area.key())).toList(),
                months.stream().map(day -> day.atStartOfDay(zone).toInstant()).toList(),
                today.atStartOfDay(zone).toInstant()));
        Versioned<RateRules> rules = policy.at(RatesTable.class, period.to());
        ListFilter during = ListFilter.in(view.area().code()).during(period);
        Candidates candidates = switch (wish.by()) {
            case UNIT -> units(counted, wish.kind(), during);
            case AREA -> areas(view, areas, counted, period);
            case MATTER -> matters(counted, during);
            case MONTH -> months(months, counted, during, period);
        };
        return composed(view, wish, period, now, candidates, rules, counted.now());
    }

    private Rates composed(
            Scope.View view,
            Wish wish,
            Period period,
            Instant now,
            Candidates candidates,
            Versioned<RateRules> rules,
            Tally whole) {
        // an area without a ticket is not compared; a month without one is a fact
        List<Candidate> compared = candidates.all().stream()
                .filter(one -> wish.by() == RatesBy.MONTH || one.tally().registered() > 0)
                .toList();
        List<RatesLine> lines = lines(compared, rules.content(), wish.by() != RatesBy.MONTH).stream()
                .filter(line ->
                        wish.name() == null || line.name().contains(wish.name().strip()))
                .toList();
        return new Rates(
                AreaRef.of(view.area()),
                view.path(),
                period.from(),
                period.to(),
                now,
                wish.by(),
                wish.by() == RatesBy.AREA ? candidates.kind() : null,
                wish.by() == RatesBy.UNIT ? candidates.kind() : null,
                candidates.choices(),
                rules(rules),
                whole(view, rules.content(), whole, period),
                lines,
                lines.size(),
                (int) lines.stream().filter(line -> line.score() == null).count(),
                lines.stream()
                        .mapToInt(line -> line.group() == null ? 0 : line.group())
                        .max()
                        .orElse(0),
                null);
    }

    private static RatesLine whole(Scope.View view, RateRules rules, Tally tally, Period period) {
        Area area = view.area();
        return RatesLine.of(
                new Place(area.code(), null, null, null, null),
                area.name(),
                rules.score(tally),
                tally.registered(),
                ListFilter.in(area.code()).during(period));
    }

    private static List<RatesLine> lines(List<Candidate> candidates, RateRules rules, boolean ranked) {
        Map<String, Candidate> byCode =
                candidates.stream().collect(Collectors.toMap(Candidate::code, Function.identity()));
        List<Place> places = ranked
                ? Ranking.of(candidates.stream()
                        .map(each -> new Ranking.Line(each.code(), rules.score(each.tally())))
                        .toList())
                : candidates.stream()
                        .map(each -> new Place(each.code(), null, null, null, null))
                        .toList();
        return places.stream()
                .map(place -> {
                    Candidate one = Objects.requireNonNull(byCode.get(place.code()));
                    return RatesLine.of(
                            place,
                            one.name(),
                            rules.score(one.tally()),
                            one.tally().registered(),
                            one.list());
                })
                .toList();
    }

    private Candidates units(Counted counted, @Nullable String wanted, ListFilter during) {
        Map<Unit, Tally> tallies = counted.units().entrySet().stream()
                .collect(Collectors.toMap(entry -> units.byId(entry.getKey()), Map.Entry::getValue));
        Map<String, Integer> byKind = tallies.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().kind(),
                        Collectors.summingInt(entry -> entry.getValue().registered())));
        List<String> kinds = byKind.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        return new Candidates(
                wanted,
                kinds.stream()
                        .map(each -> new Choice(each, units.kindName(each)))
                        .toList(),
                tallies.entrySet().stream()
                        .filter(entry -> wanted == null || entry.getKey().kind().equals(wanted))
                        .map(entry -> new Candidate(
                                entry.getKey().code(),
                                entry.getKey().name(),
                                entry.getValue(),
                                during.unit(entry.getKey().code())))
                        .toList());
    }

    private static List<Area> areas(Scope.View view, @Nullable String word) {
        AreaLevel level = word == null ? MapService.nextLevel(view) : InsightController.level(word);
        return view.tree().all().stream()
                .filter(area -> area.level() == level && view.range().contains(area.key()))
                .filter(area -> area.level().compareTo(view.area().level()) > 0)
                .toList();
    }

    private static Candidates areas(Scope.View view, List<Area> areas, Counted counted, Period period) {
        List<Choice> levels = view.tree().all().stream()
                .filter(area -> view.range().contains(area.key()))
                .map(Area::level)
                .filter(level -> level.compareTo(view.area().level()) > 0)
                .distinct()
                .sorted()
                .map(level -> new Choice(level.word(), Texts.here(Said.of("insight.level." + level.word()))))
                .toList();
        return new Candidates(
                areas.isEmpty() ? null : areas.getFirst().level().word(),
                levels,
                IntStream.range(0, areas.size())
                        .mapToObj(i -> new Candidate(
                                areas.get(i).code(),
                                areas.get(i).name(),
                                counted.children().get(i),
                                ListFilter.in(areas.get(i).code()).during(period)))
                        .toList());
    }

    /** Leaves of the catalogue; what nobody has classified is nobody's. */
    private Candidates matters(Counted counted, ListFilter during) {
        List<Candidate> found = new ArrayList<>();
        counted.matters()
                .forEach((code, tally) -> policy.current(MattersTable.class)
                        .content()
                        .find(code)
                        .map(Matter::name)
                        .ifPresent(name -> found.add(new Candidate(code, name, tally, during.matter(code)))));
        return new Candidates(null, List.of(), found);
    }

    private static Candidates months(List<LocalDate> firsts, Counted counted, ListFilter during, Period period) {
        List<Candidate> found = new ArrayList<>();
        for (int i = firsts.size() - 1; i >= 0; i--) {
            LocalDate last = i + 1 < firsts.size() ? firsts.get(i + 1).minusDays(1) : period.to();
            String month = firsts.get(i).toString().substring(0, "2026-01".length());
            found.add(new Candidate(
                    month, month, counted.trend().get(i), during.during(new Period(firsts.get(i), last))));
        }
        return new Candidates(null, List.of(), found);
    }

    private static RulesView rules(Versioned<RateRules> rules) {
        return new RulesView(
                rules.version(),
                rules.validFrom(),
                rules.content().rules().stream()
                        .map(rule -> new RuleView(
                                rule.kind(),
                                Texts.here(Said.of("insight." + rule.kind().word())),
                                definition(rule),
                                rule.weight(),
                                rule.priorCases(),
                                rule.priorShare(),
                                rule.neutral(),
                                rule.unreachable()))
                        .toList());
    }

    private static String definition(RateRule rule) {
        String word = rule.kind().word();
        String code = rule.kind() == RateKind.SATISFACTION
                ? word + "-" + rule.neutral().word().replace('_', '-')
                : word + "-is";
        String mute = rule.kind() == RateKind.RESPONSE
                ? ""
                : say("insight.unreachable-" + rule.unreachable().word().replace('_', '-'));
        return Texts.here(Said.of(
                        "insight.defined",
                        say("insight." + code),
                        mute,
                        say("insight.excluded-is"),
                        say("insight.own-report-is")))
                .strip();
    }

    private static String say(String code) {
        return Texts.here(Said.of(code));
    }
}
