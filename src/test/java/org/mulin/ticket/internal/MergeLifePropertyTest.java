package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Ids;
import org.mulin.ticket.TicketStatus;

/** Random lives of five tickets that are merged now and then: nobody's appeal is lost, and no clock is left running. */
class MergeLifePropertyTest {
    private static final Actor DISPATCHER = Samples.staff(Ids.next(), AreaRange.of("3605"), By.TRIAGE);
    private static final Actor STREET = Samples.staff(Samples.STREET, AreaRange.of("360502"), By.HANDLE, By.CONVENE);
    private static final Actor FIRM = Samples.staff(Samples.FIRM, AreaRange.of("360502"), By.HANDLE, By.CONVENE);
    private static final List<Actor> STAFF = List.of(DISPATCHER, STREET, FIRM, Actor.SYSTEM);
    private static final List<ActionKind> STEPS = List.of(
            ActionKind.DISPATCH,
            ActionKind.TRANSFER,
            ActionKind.ACCEPT,
            ActionKind.ASK,
            ActionKind.RESOLVE,
            ActionKind.CLOSE,
            ActionKind.RETURN);
    private static int merges;
    private static int chains;

    record Turn(int one, int other, int who, ActionKind kind, boolean merge) {}

    @AfterContainer
    static void tookPlace() {
        assertThat(merges).isGreaterThan(300);
        assertThat(chains).isGreaterThan(20);
    }

    @Property(tries = 1000, seed = "20261130")
    void nobodyIsLost(@ForAll("turns") @Size(min = 10, max = 60) List<Turn> turns) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID author = i == 4 ? Samples.RESIDENT : Ids.next();
            tickets.add(Samples.ticket(i % 2 == 0 ? TicketStatus.TRIAGE : TicketStatus.DISPATCHED, author));
        }
        Set<UUID> appeals = appeals(tickets);
        Set<UUID> absorbed = new HashSet<>();
        Instant now = Samples.NOON;
        for (Turn turn : turns) {
            now = now.plusSeconds(60);
            Actor actor = STAFF.get(turn.who());
            Ticket one = tickets.get(turn.one());
            Ticket other = tickets.get(turn.other());
            if (turn.merge()) {
                if (turn.one() != turn.other() && merge(tickets, turn, actor, now)) {
                    merges++;
                    chains += absorbed.contains(other.id()) ? 1 : 0;
                    absorbed.add(one.id());
                    assertThat(tickets.get(turn.one()).dueAt())
                            .as("a merge moves no deadline")
                            .isEqualTo(one.dueAt());
                    assertThat(tickets.get(turn.one()).lead()).isEqualTo(one.lead());
                }
            } else if (TicketWorkflow.allowed(one, By.of(actor, one), now).contains(turn.kind())) {
                tickets.set(turn.one(), apply(one, Samples.action(turn.kind()), actor, now));
            }
            tickets.forEach(TicketInvariants::hold);
            assertThat(appeals(tickets))
                    .as("every appeal is in exactly one ticket")
                    .isEqualTo(appeals);
            assertThat(tickets.stream()
                            .mapToInt(ticket -> ticket.appeals().size())
                            .sum())
                    .isEqualTo(appeals.size());
        }
    }

    private static boolean merge(List<Ticket> tickets, Turn turn, Actor actor, Instant now) {
        Ticket kept = tickets.get(turn.one());
        Ticket from = tickets.get(turn.other());
        boolean may = MergeRules.obstacle(kept, ActionKind.ABSORB, actor, now, Map.of()) == null
                && MergeRules.obstacle(from, ActionKind.MERGE, actor, now, Map.of()) == null
                && MergeRules.between(kept, from, actor) == null;
        if (may) {
            TicketAction merge = new MergeAction.Merge(kept.id(), kept.number(), "同一件事");
            TicketAction absorb = new MergeAction.Absorb(from.id(), from.number(), from.appeals(), "同一件事");
            tickets.set(turn.other(), apply(from, merge, actor, now));
            tickets.set(turn.one(), apply(kept, absorb, actor, now));
        }
        return may;
    }

    private static Ticket apply(Ticket ticket, TicketAction action, Actor actor, Instant now) {
        return TicketWorkflow.apply(ticket, action, By.of(actor, ticket), now).ticket();
    }

    private static Set<UUID> appeals(List<Ticket> tickets) {
        List<UUID> all = new ArrayList<>();
        tickets.forEach(ticket -> ticket.appeals().forEach(appeal -> all.add(appeal.id())));
        assertThat(all).doesNotHaveDuplicates();
        return Set.copyOf(all);
    }

    @Provide
    Arbitrary<List<Turn>> turns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, STAFF.size() - 1),
                        Arbitraries.of(STEPS),
                        Arbitraries.of(true, false))
                .as(Turn::new)
                .list();
    }
}
