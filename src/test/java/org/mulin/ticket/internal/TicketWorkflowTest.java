package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mulin.ticket.internal.Samples.NOON;
import static org.mulin.ticket.internal.Samples.action;
import static org.mulin.ticket.internal.Samples.by;
import static org.mulin.ticket.internal.Samples.ticket;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Refused;
import org.mulin.ticket.TicketStatus;

class TicketWorkflowTest {

    static Stream<Arguments> everyStatusAndAction() {
        return Arrays.stream(TicketStatus.values())
                .flatMap(status -> Arrays.stream(ActionKind.values())
                        .filter(kind -> kind != ActionKind.REGISTER)
                        .map(kind -> Arguments.of(status, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyStatusAndAction")
    void everyActionInEveryStatusDoesWhatTheTableSaysOrIsRefused(TicketStatus status, ActionKind kind) {
        for (TicketRole role : TicketRole.values()) {
            Ticket ticket = Samples.ticketFor(status, kind, Samples.RESIDENT);
            By by = by(role, ticket);
            List<Step> rows = rows(status, kind, role);
            assertThat(TicketWorkflow.allowed(ticket, by, NOON).contains(kind)).isEqualTo(!rows.isEmpty());
            if (rows.isEmpty()) {
                assertThatThrownBy(() -> TicketWorkflow.apply(ticket, action(kind), by, NOON))
                        .isInstanceOf(Refused.class)
                        .extracting(e -> ((Refused) e).code())
                        .isEqualTo(
                                TicketWorkflow.STEPS.stream().anyMatch(s -> s.from() == status && s.action() == kind)
                                        ? "ticket-role"
                                        : "ticket-step");
            } else {
                TicketWorkflow.Applied applied = TicketWorkflow.apply(ticket, action(kind), by, NOON);
                assertThat(rows).extracting(Step::to).contains(applied.ticket().status());
                assertThat(applied.ticket().version()).isEqualTo(ticket.version() + 1);
                assertThat(applied.entry().number()).isEqualTo(applied.ticket().version());
                assertThat(applied.entry().from()).isEqualTo(status);
                assertThat(applied.entry().to()).isEqualTo(applied.ticket().status());
                assertThat(applied.entry().role()).isEqualTo(role);
                TicketInvariants.hold(applied.ticket());
            }
        }
    }

    private static List<Step> rows(TicketStatus status, ActionKind kind, TicketRole role) {
        return TicketWorkflow.STEPS.stream()
                .filter(step -> step.from() == status && step.action() == kind && step.role() == role)
                .toList();
    }

    @Test
    void theTableIsComplete() {
        assertThat(TicketWorkflow.STEPS).doesNotHaveDuplicates();
        assertThat(TicketWorkflow.STEPS).extracting(Step::action).containsAll(EnumSet.allOf(ActionKind.class));
        assertThat(TicketWorkflow.STEPS).extracting(Step::to).containsAll(EnumSet.allOf(TicketStatus.class));
        for (TicketStatus status : TicketStatus.values()) {
            Set<TicketRole> staff = EnumSet.of(TicketRole.DISPATCHER, TicketRole.HANDLER);
            boolean someoneOnDuty = TicketWorkflow.STEPS.stream()
                    .anyMatch(step -> step.from() == status && step.to() != status && staff.contains(step.role()));
            assertThat(someoneOnDuty || status.isEnd())
                    .as("%s has a next step", status)
                    .isTrue();
        }
    }

    @Test
    void closesWhenAllAuthorsSayItIsSolved() {
        Ticket ticket = ticket(TicketStatus.RESOLVED, Samples.RESIDENT, Samples.NEIGHBOUR);
        Ticket once = apply(ticket, Samples.judge(true), Samples.author(ticket, 0));
        assertThat(once.status()).isEqualTo(TicketStatus.RESOLVED);
        assertThatThrownBy(() -> apply(once, Samples.judge(true), Samples.author(once, 0)))
                .isInstanceOf(Refused.class)
                .hasMessage("ticket-judged");
        Ticket twice = apply(once, Samples.judge(true), Samples.author(once, 1));
        assertThat(twice.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(twice.reopenUntil()).isEqualTo(NOON.plusSeconds(1000));
    }

    @Test
    void goesBackToTheSameUnitWhenOneAuthorSaysItIsNot() {
        Ticket ticket = ticket(TicketStatus.RESOLVED, Samples.RESIDENT, Samples.NEIGHBOUR);
        Ticket once = apply(ticket, Samples.judge(true), Samples.author(ticket, 0));
        Ticket again = apply(once, Samples.judge(false), Samples.author(once, 1));
        assertThat(again.status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(again.round()).isEqualTo(1);
        assertThat(again.lead()).get().extracting(Part::unitId).isEqualTo(Samples.STREET);
        assertThat(again.appeals()).extracting(Appeal::solved).containsOnlyNulls();
    }

    @Test
    void reopensAClosedTicketInTimeOnly() {
        Ticket closed = ticket(TicketStatus.CLOSED, Samples.RESIDENT);
        By author = Samples.author(closed, 0);
        Instant late = NOON.plusSeconds(1001);
        TicketAction reopen = action(ActionKind.REOPEN);
        assertThat(TicketWorkflow.allowed(closed, author, late)).doesNotContain(ActionKind.REOPEN);
        assertThatThrownBy(() -> TicketWorkflow.apply(closed, reopen, author, late))
                .hasMessage("ticket-reopen-late");
        assertThat(TicketWorkflow.apply(closed, Samples.judge(false), author, late)
                        .ticket()
                        .status())
                .isEqualTo(TicketStatus.CLOSED);
        assertThat(apply(closed, reopen, author).status()).isEqualTo(TicketStatus.DISPATCHED);
        assertThat(apply(closed, Samples.judge(false), author).status()).isEqualTo(TicketStatus.DISPATCHED);
    }

    @Test
    void whatWasAnsweredAtOnceComesBackToWhoeverAnswered() {
        Ticket fresh = ticket(TicketStatus.TRIAGE, Samples.RESIDENT);
        Ticket told = apply(fresh, action(ActionKind.INFORM), By.taking(Samples.staff(Samples.STREET, AreaRange.ALL)));
        assertThat(told.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(told.parts()).extracting(Part::status).containsExactly(PartStatus.RETURNED, PartStatus.DONE);
        Ticket again = apply(told, action(ActionKind.REOPEN), Samples.author(told, 0));
        assertThat(again.lead()).get().extracting(Part::unitId).isEqualTo(told.lastLeadUnitId());
    }

    @Test
    void aJoinedAuthorHasASayToo() {
        Ticket open = ticket(TicketStatus.ACCEPTED, Samples.RESIDENT);
        Ticket joined = apply(open, action(ActionKind.JOIN), By.taking(Samples.staff(Samples.STREET, AreaRange.ALL)));
        assertThat(joined.status()).isEqualTo(TicketStatus.ACCEPTED);
        assertThat(joined.appeals()).hasSize(2);
        Ticket left = apply(joined, action(ActionKind.WITHDRAW), Samples.author(joined, 0));
        assertThat(left.status()).isEqualTo(TicketStatus.ACCEPTED);
    }

    @Test
    void endsAllPartsWhenTheLastAuthorWithdraws() {
        Ticket ticket = ticket(TicketStatus.ACCEPTED, Samples.RESIDENT, Samples.NEIGHBOUR);
        Ticket one = apply(ticket, action(ActionKind.WITHDRAW), Samples.author(ticket, 0));
        assertThat(one.status()).isEqualTo(TicketStatus.ACCEPTED);
        assertThat(By.of(Samples.resident(Samples.RESIDENT), one).roles()).isEmpty();
        Ticket none = apply(one, action(ActionKind.WITHDRAW), Samples.author(one, 1));
        assertThat(none.status()).isEqualTo(TicketStatus.WITHDRAWN);
        assertThat(none.parts()).extracting(Part::status).containsOnly(PartStatus.ENDED);
    }

    @Test
    void aDeclinedTicketIsReviewedOnceAndByTheUnitThatWasNamed() {
        Ticket declined = ticket(TicketStatus.DECLINED, Samples.RESIDENT);
        TicketAction contest = action(ActionKind.CONTEST);
        By author = Samples.author(declined, 0);
        Instant late = NOON.plusSeconds(1001);
        assertThatThrownBy(() -> TicketWorkflow.apply(declined, contest, author, late))
                .hasMessage("review-late");
        Ticket open = apply(declined, contest, author);
        assertThat(open.dueAt()).isEqualTo(NOON.plusSeconds(900));
        assertThatThrownBy(() -> apply(open, contest, author)).hasMessage("review-late");
        By street = By.of(Samples.staff(Samples.STREET, AreaRange.ALL, By.HANDLE, By.REVIEW), open);
        assertThatThrownBy(() -> apply(open, action(ActionKind.SUSTAIN), street))
                .hasMessage("review-not-yours");
        By firm = By.of(Samples.staff(Samples.FIRM, AreaRange.NONE, By.HANDLE), open);
        Ticket sustained = apply(open, action(ActionKind.SUSTAIN), firm);
        assertThat(sustained.status()).isEqualTo(TicketStatus.DECLINED);
        assertThatThrownBy(() -> apply(sustained, contest, author)).hasMessage("review-late");
        Ticket overturned = apply(open, action(ActionKind.OVERTURN), firm);
        assertThat(overturned.lead()).get().extracting(Part::unitId).isEqualTo(Samples.STREET);
        assertThatThrownBy(() -> apply(overturned, action(ActionKind.DECLINE), by(TicketRole.DISPATCHER, overturned)))
                .hasMessage("review-decided");
    }

    @Test
    void knowsInWhatCapacityAnActorActs() {
        Ticket ticket = ticket(TicketStatus.DISPATCHED, Samples.RESIDENT);
        UUID street = Samples.STREET;
        assertThat(roles(Samples.staff(street, AreaRange.NONE, By.HANDLE), ticket))
                .containsExactly(TicketRole.HANDLER);
        assertThat(roles(Samples.staff(Samples.FIRM, AreaRange.ALL, By.HANDLE), ticket))
                .isEmpty();
        assertThat(roles(Samples.staff(street, AreaRange.NONE, By.READ), ticket))
                .isEmpty();
        assertThat(roles(Samples.staff(null, AreaRange.of("3605"), By.TRIAGE), ticket))
                .containsExactly(TicketRole.DISPATCHER);
        assertThat(roles(Samples.staff(null, AreaRange.of("360503"), By.TRIAGE), ticket))
                .isEmpty();
        assertThat(roles(Samples.resident(Samples.RESIDENT), ticket)).containsExactly(TicketRole.AUTHOR);
        assertThat(roles(Samples.resident(Samples.NEIGHBOUR), ticket)).isEmpty();
        assertThat(roles(Actor.SYSTEM, ticket)).containsExactly(TicketRole.SYSTEM);
    }

    private static Set<TicketRole> roles(Actor actor, Ticket ticket) {
        return By.of(actor, ticket).roles();
    }

    private static Ticket apply(Ticket ticket, TicketAction action, By by) {
        return TicketWorkflow.apply(ticket, action, by, NOON).ticket();
    }
}
