package org.mulin.ticket.internal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mulin.base.AreaRange;
import org.mulin.ticket.Channel;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures.Apart;
import org.mulin.ticket.TicketFigures.Counted;
import org.mulin.ticket.TicketFigures.Question;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.TicketStatus;

/** Whatever becomes of what a community or its grid reports, no rate of theirs moves. */
class OwnReportPropertyTest {
    private static final String COMMUNITY = "360502001001";
    private static final String GRID = COMMUNITY + "001";
    private static final UUID COMMUNITY_ID = new UUID(1, 1);
    private static final UUID GRID_ID = new UUID(1, 2);
    private static final UUID DEPARTMENT_ID = new UUID(1, 3);
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final AreaRange STREET = AreaRange.of("360502001");

    /** What became of a ticket. */
    private record Fate(
            TicketStatus status,
            @Nullable Boolean inTime,
            boolean late,
            int satisfaction,
            boolean solved,
            boolean mute) {
        ColumnRow row(int number, UUID unit, String area, Set<RateKind> excluded, boolean own) {
            return new ColumnRow(
                    new UUID(2, number),
                    "20261123-%06d".formatted(number),
                    status,
                    own ? Channel.GRID : Channel.WEB,
                    "fac-lamp",
                    area,
                    null,
                    unit,
                    NOW.minusSeconds(3600),
                    late ? NOW.minusSeconds(60) : NOW.plusSeconds(60),
                    inTime,
                    solved,
                    satisfaction,
                    excluded,
                    mute,
                    own ? COMMUNITY : null,
                    own && !unit.equals(DEPARTMENT_ID));
        }
    }

    private record Made(Fate fate, UUID unit, String area, Set<RateKind> excluded) {
        ColumnRow row(int number, boolean own) {
            return fate.row(number, unit, area, excluded, own);
        }
    }

    @Provide
    Arbitrary<Made> made() {
        Arbitrary<Fate> fates = Combinators.combine(
                        Arbitraries.of(TicketStatus.values()),
                        Arbitraries.of(true, false).injectNull(.4),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as(Fate::new);
        return Combinators.combine(
                        fates,
                        Arbitraries.of(COMMUNITY_ID, GRID_ID, DEPARTMENT_ID),
                        Arbitraries.of(COMMUNITY, GRID, "360502001007001"),
                        Arbitraries.of(RateKind.values()).set().ofMaxSize(1))
                .as(Made::new);
    }

    @Property(tries = 2000, seed = "20261130")
    void oneMoreOwnReportMovesNoRateOfItsReporters(
            @ForAll("made") Made report, @ForAll @Size(max = 12) List<@From("made") Made> residents) {
        Columns columns = new Columns();
        columns.put(new Fate(TicketStatus.ACCEPTED, true, false, 5, true, false)
                .row(0, COMMUNITY_ID, GRID, Set.of(), false));
        for (int i = 0; i < residents.size(); i++) {
            columns.put(residents.get(i).row(i + 1, false));
        }
        List<AreaRange> parts = List.of(AreaRange.of(COMMUNITY), AreaRange.of("360502001007"));
        Counted wide = count(columns, STREET, parts);
        Counted near = count(columns, AreaRange.of(COMMUNITY), List.of(AreaRange.of(GRID)));
        columns.put(report.row(99, true));
        Counted wideAfter = count(columns, STREET, parts);
        Counted nearAfter = count(columns, AreaRange.of(COMMUNITY), List.of(AreaRange.of(GRID)));

        for (UUID unit : List.of(COMMUNITY_ID, GRID_ID)) {
            same(wide.units().get(unit), wideAfter.units().get(unit));
        }
        same(wide.children().getFirst(), wideAfter.children().getFirst());
        same(near.now(), nearAfter.now());
        same(near.children().getFirst(), nearAfter.children().getFirst());
        same(near.elsewhere(), nearAfter.elsewhere());
        assertThat(wideAfter.now().registered()).isEqualTo(wide.now().registered() + 1);
        // whoever else had to do something about it answers for it
        if (report.unit().equals(DEPARTMENT_ID)
                && report.excluded().isEmpty()
                && report.fate().inTime() != null) {
            assertThat(dueResponse(wideAfter.units())).isEqualTo(dueResponse(wide.units()) + 1);
        }
    }

    private static int dueResponse(Map<UUID, Tally> units) {
        Tally tally = units.get(DEPARTMENT_ID);
        return tally == null ? 0 : tally.dueResponse();
    }

    private static Counted count(Columns columns, AreaRange range, List<AreaRange> parts) {
        Instant from = NOW.minusSeconds(86_400);
        Question question =
                new Question(range, from, NOW.plusSeconds(60), from.minusSeconds(86_400), parts, List.of(from), from);
        return new Count(columns, question, Columns.micros(NOW)).made();
    }

    private static void same(@Nullable Tally before, @Nullable Tally after) {
        assertThat(rated(after)).isEqualTo(rated(before));
    }

    /** All that a rate is made of. */
    private static List<Integer> rated(@Nullable Tally tally) {
        if (tally == null) {
            return List.of(0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        Apart apart = tally.apart();
        return List.of(
                tally.dueResponse(),
                tally.responded(),
                tally.judged(),
                tally.solved(),
                tally.scored(),
                tally.satisfied(),
                tally.neutral(),
                apart.unreachableResolution(),
                apart.unreachableSatisfaction());
    }
}
