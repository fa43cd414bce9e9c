package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mulin.base.AreaRange;
import org.mulin.base.Browser;
import org.mulin.ticket.TicketFigures.Apart;
import org.mulin.ticket.TicketFigures.Counted;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.TicketSet;

/** Every figure has its list behind it, of the city, a community, a unit and a grid. */
class FigureListsTest extends FigureScenes {
    @Test
    void theListOfASetShowsWhatIsCounted() {
        Browser dispatcher = dispatcher();
        Browser community = staffOnPost("baihuahu-clerk");
        excluded("force-majeure", true);
        excluded("unlawful-claim", true);
        excluded("untrue", false);
        unreachable();
        act(community, reported("nei-dispute").ticketId(), "acceptances", Map.of())
                .expect(200);
        act(urban(), reported("fac-manhole").ticketId(), "acceptances", Map.of())
                .expect(200);
        Duration ever = Duration.ofDays(1_000);
        Counted all = figures.count(question(CITY, ever));
        UUID unit = units.byCode("baihuahu").orElseThrow().id();
        listed(dispatcher, "", all.now());
        listed(dispatcher, "&area=360502001001", all.children().getFirst());
        listed(dispatcher, "&unit=baihuahu", Objects.requireNonNull(all.units().get(unit)));
        AreaRange grid = AreaRange.of(GRIDS.getFirst());
        listed(
                dispatcher,
                "&area=" + GRIDS.getFirst(),
                figures.count(question(grid, ever)).now());
        // the community answers for neither, the city management for what the community told it
        assertThat(all.children().getFirst().apart().ownReports()).isGreaterThanOrEqualTo(2);
        UUID urban = units.byCode("urban").orElseThrow().id();
        assertThat(Objects.requireNonNull(all.units().get(urban)).apart().ownReports())
                .isZero();
    }

    private void listed(Browser dispatcher, String filter, Tally all) {
        Apart apart = all.apart();
        Map<TicketSet, Integer> counted = new EnumMap<>(Map.of(
                TicketSet.OPEN, all.open(),
                TicketSet.OVERDUE, all.overdue(),
                TicketSet.DUE_RESPONSE, all.dueResponse(),
                TicketSet.RESPONDED, all.responded(),
                TicketSet.JUDGED, all.judged(),
                TicketSet.SOLVED, all.solved(),
                TicketSet.SCORED, all.scored(),
                TicketSet.SATISFIED, all.satisfied(),
                TicketSet.NEUTRAL, all.neutral()));
        counted.putAll(Map.of(
                TicketSet.EXCLUDED, apart.excluded(),
                TicketSet.EXCLUDED_RESPONSE, apart.excludedResponse(),
                TicketSet.EXCLUDED_RESOLUTION, apart.excludedResolution(),
                TicketSet.EXCLUDED_SATISFACTION, apart.excludedSatisfaction(),
                TicketSet.UNREACHABLE, apart.unreachable(),
                TicketSet.UNREACHABLE_RESOLUTION, apart.unreachableResolution(),
                TicketSet.UNREACHABLE_SATISFACTION, apart.unreachableSatisfaction(),
                TicketSet.OWN_REPORT, apart.ownReports()));
        assertThat(counted.keySet()).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(TicketSet.class));
        counted.forEach((set, count) -> assertThat(tickets(dispatcher, "queue=all&limit=100&set=" + set + filter))
                .as(set.name() + filter)
                .isEqualTo(count));
    }
}
