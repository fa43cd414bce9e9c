package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.ticket.TicketStatus;

/** Random lives, lived by the workflow and by a naive model written from the words of the rules, not from the table. */
class TicketLifePropertyTest {
    private static final Actor DISPATCHER = Samples.staff(Ids.next(), AreaRange.of("3605"), By.TRIAGE);
    private static final Actor STREET = Samples.staff(Samples.STREET, AreaRange.NONE, By.HANDLE);
    private static final Actor FIRM = Samples.staff(Samples.FIRM, AreaRange.NONE, By.HANDLE);

    /** Settles on the spot what it has just filed: a capacity that nobody has by a post alone. */
    static final Actor SPOT = Samples.staff(Samples.STREET, AreaRange.NONE);

    private static final Actor COMMUNITY =
            Samples.staff(Ids.next(), AreaRange.of("360502001001"), By.CONVENE, By.REVIEW);

    /** Calls departments together for the unit that has the lead at first. */
    static final Actor OWNER = Samples.staff(Samples.STREET, AreaRange.of("360502001001"), By.CONVENE);

    /** Does a called unit's part: a capacity that a whistle gives, and no post. */
    static final Actor MEMBER = Samples.staff(Samples.FIRM, AreaRange.NONE);

    private static final Set<TicketStatus> SEEN = EnumSet.noneOf(TicketStatus.class);
    private static final List<Actor> ACTORS = List.of(
            Actor.SYSTEM,
            DISPATCHER,
            STREET,
            FIRM,
            SPOT,
            COMMUNITY,
            OWNER,
            MEMBER,
            Samples.resident(Samples.RESIDENT),
            Samples.resident(Samples.NEIGHBOUR));

    record Move(Actor actor, ActionKind kind, boolean solved, int pause_s) {}

    /** Two of three wishes pick from what the buttons offer, so that lives get old; the third picks blindly. */
    record Wish(int pick, boolean blind, ActionKind kind, boolean solved, int pause_s) {
        Move on(Ticket ticket, Instant now) {
            List<Move> offered = ACTORS.stream()
                    .flatMap(actor -> TicketWorkflow.allowed(ticket, capacity(actor, ticket), now).stream()
                            .map(action -> new Move(actor, action, solved, pause_s)))
                    .toList();
            return blind || offered.isEmpty()
                    ? new Move(ACTORS.get(pick % ACTORS.size()), kind, solved, pause_s)
                    : offered.get(pick % offered.size());
        }
    }

    @AfterContainer
    static void everyStatusWasReached() {
        assertThat(SEEN).containsAll(EnumSet.allOf(TicketStatus.class));
    }

    @Property(tries = 2000, seed = "20261123")
    void randomLivesMatchTheNaiveModel(
            @ForAll("wishes") @Size(max = 60) List<Wish> wishes, @ForAll @IntRange(min = 1, max = 2) int authors) {
        Instant now = Samples.NOON;
        TicketWorkflow.Applied born = TicketWorkflow.register(blank(authors), By.of(Actor.SYSTEM, blank(authors)), now);
        Ticket ticket = born.ticket();
        List<HistoryEntry> history = new ArrayList<>(List.of(born.entry()));
        NaiveTicket naive = new NaiveTicket(authors);
        for (Wish wish : wishes) {
            now = now.plusSeconds(wish.pause_s());
            Move move = wish.on(ticket, now);
            String expected = naive.play(move, now);
            String got;
            By by = capacity(move.actor(), ticket);
            boolean offered = TicketWorkflow.allowed(ticket, by, now).contains(move.kind());
            try {
                TicketWorkflow.Applied applied = TicketWorkflow.apply(ticket, action(move), by, now);
                ticket = applied.ticket();
                history.add(applied.entry());
                got = ticket.status().name();
            } catch (Refused refused) {
                got = "refused";
            }
            SEEN.add(ticket.status());
            assertThat(got).as("%s by %s", move.kind(), move.actor().name()).isEqualTo(expected);
            assertThat(offered).isEqualTo(!got.equals("refused"));
            assertThat(ticket.round()).isEqualTo(naive.round);
            assertThat(ticket.lead().map(Part::unitId).orElse(null)).isEqualTo(naive.unit);
            TicketInvariants.hold(ticket);
            TicketInvariants.explains(history, ticket);
        }
    }

    private static By capacity(Actor actor, Ticket ticket) {
        if (actor == MEMBER) {
            return By.joining(MEMBER);
        }
        return actor == SPOT ? new By(SPOT, Set.of(TicketRole.SETTLER), null) : By.of(actor, ticket);
    }

    private static Ticket blank(int authors) {
        Ticket full = authors == 1
                ? Samples.ticket(TicketStatus.TRIAGE, Samples.RESIDENT)
                : Samples.ticket(TicketStatus.TRIAGE, Samples.RESIDENT, Samples.NEIGHBOUR);
        return new Ticket(
                full.id(),
                full.number(),
                full.status(),
                null,
                full.areaKey(),
                true,
                null,
                0,
                null,
                List.of(),
                full.appeals(),
                0);
    }

    private static TicketAction action(Move move) {
        return switch (move.kind()) {
            case JUDGE -> Samples.judge(move.solved());
            case JOINT -> Samples.joint(move.solved() ? PartStatus.DONE : null);
            default -> Samples.action(move.kind());
        };
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(ActionKind.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 300))
                .as(Wish::new)
                .list();
    }
}
