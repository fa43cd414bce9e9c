package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import tools.jackson.databind.JsonNode;

/** What the machine dispatched and what people then decided, counted from the decisions kept. */
class PrecisionHttpTest extends TicketHttpTest {
    @Test
    void countsWhatWentOutAloneHowRightlyAndWhatWasLeftToPeople() {
        Browser keeper = staffOnPost("hotline-model-keeper");
        Browser dispatcher = dispatcher();
        Counted before = counted(keeper);

        submit(resident(), LIFT);
        String moved = id(submit(resident(), LIFT));
        act(dispatcher, moved, "transfers", Map.of("unitId", TicketJourneyTest.unit(dispatcher, "urban"), "words", "改"))
                .expect(200);
        String returned = id(submit(resident(), LIFT));
        act(firm(), returned, "returns", toTheCity("实为窨井")).expect(200);
        assertThat(counted(keeper).minus(before)).isEqualTo(new Counted(3, 3, 1, 0, 0, 0));

        // sent back to where it was: the machine was right after all
        act(dispatcher, returned, "classifications", Map.of("matterCode", "prop-lift"))
                .expect(200);
        assertThat(counted(keeper).minus(before)).isEqualTo(new Counted(3, 3, 2, 1, 0, 0));

        for (boolean same : new boolean[] {true, false}) {
            String unclear = id(submitUnclear(resident()));
            String guess = ticket(dispatcher, unclear)
                    .get("decision")
                    .get("matter")
                    .get("code")
                    .asString();
            String other = guess.equals("fac-lamp") ? "fac-road" : "fac-lamp";
            act(dispatcher, unclear, "classifications", Map.of("matterCode", same ? guess : other))
                    .expect(200);
        }
        assertThat(counted(keeper).minus(before)).isEqualTo(new Counted(5, 3, 2, 3, 2, 1));
    }

    @Test
    void onlyTheKeeperSeesThem() {
        dispatcher().get("/api/triage-figures").expect(403);
        resident().get("/api/triage-figures").expect(403);
        Browser keeper = staffOnPost("hotline-model-keeper");
        keeper.get("/api/triage-figures?months=0").expect(400);
        keeper.get("/api/triage-figures?months=37").expect(400);
    }

    private record Counted(int read, int alone, int right, int people, int guessed, int guessedRight) {
        Counted minus(Counted other) {
            return new Counted(
                    read - other.read,
                    alone - other.alone,
                    right - other.right,
                    people - other.people,
                    guessed - other.guessed,
                    guessedRight - other.guessedRight);
        }
    }

    private static Counted counted(Browser keeper) {
        JsonNode months = keeper.get("/api/triage-figures").expect(200).body();
        if (months.isEmpty()) {
            return new Counted(0, 0, 0, 0, 0, 0);
        }
        JsonNode now = months.get(months.size() - 1);
        return new Counted(
                now.get("read").asInt(),
                now.get("alone").asInt(),
                now.get("aloneRight").asInt(),
                now.get("people").asInt(),
                now.get("guessed").asInt(),
                now.get("guessedRight").asInt());
    }
}
