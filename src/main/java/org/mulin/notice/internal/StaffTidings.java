package org.mulin.notice.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.ticket.ClockChange;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketEvent;
import org.mulin.ticket.TicketFacts;
import org.springframework.stereotype.Component;

/**
 * What staff are told of one transaction's changes. Of a batch, which is what brings more than one new ticket at once,
 * each unit gets one message.
 */
@Component
class StaffTidings {
    private final Units units;
    private final NoticeWords words;

    StaffTidings(Units units, NoticeWords words) {
        this.units = units;
        this.words = words;
    }

    /** @param facts of every ticket the changes name; one that is missing is passed over */
    List<InboxMessage> of(TicketChanges changes, Map<UUID, TicketFacts> facts) {
        Map<UUID, List<TicketEvent>> byTicket = changes.events().stream()
                .collect(Collectors.groupingBy(TicketEvent::ticketId, LinkedHashMap::new, Collectors.toList()));
        List<InboxMessage> told = new ArrayList<>();
        byTicket.forEach((id, events) -> {
            TicketFacts ticket = facts.get(id);
            if (ticket != null) {
                var course = new Course(ticket, events);
                events.forEach(event -> course.tell(event, told));
            }
        });
        return isBatch(changes) ? summarised(told) : told;
    }

    static boolean isBatch(TicketChanges changes) {
        return changes.events().stream()
                        .filter(TicketEvent.Registered.class::isInstance)
                        .count()
                > 1;
    }

    private static List<InboxMessage> summarised(List<InboxMessage> told) {
        Map<Recipient, Map<String, List<InboxMessage>>> alike = told.stream()
                .collect(Collectors.groupingBy(
                        InboxMessage::to,
                        LinkedHashMap::new,
                        Collectors.groupingBy(message -> message.said().code())));
        return alike.values().stream()
                .flatMap(each -> each.values().stream())
                .map(StaffTidings::summary)
                .toList();
    }

    private static InboxMessage summary(List<InboxMessage> alike) {
        InboxMessage last = alike.getLast();
        return InboxMessage.summary(last.to(), last.kind(), last.said().code() + "-many", alike.size(), last.at());
    }

    /** What one transaction did to one ticket. */
    private final class Course {
        private final TicketFacts ticket;
        /** Nobody has to decide where it belongs. */
        private final boolean decided;

        private final boolean judged;
        private final boolean reopened;
        private final boolean over;

        Course(TicketFacts ticket, List<TicketEvent> events) {
            this.ticket = ticket;
            this.decided = events.stream()
                    .anyMatch(event -> event instanceof TicketEvent.Dispatched
                            || event instanceof TicketEvent.Closed
                            || event instanceof TicketEvent.Declined);
            this.judged = events.stream().anyMatch(TicketEvent.Judged.class::isInstance);
            this.reopened = events.stream().anyMatch(TicketEvent.Reopened.class::isInstance);
            this.over = events.stream().anyMatch(TicketEvent.Closed.class::isInstance);
        }

        void tell(TicketEvent event, List<InboxMessage> told) {
            if (event instanceof TicketEvent.Whistled whistled) {
                whistled.unitIds().forEach(unit -> told.add(called(event, unit, whistled.confirmBy())));
            }
            InboxMessage message = message(event);
            if (message != null) {
                told.add(message);
            }
        }

        private @Nullable InboxMessage message(TicketEvent event) {
            return switch (event) {
                case TicketEvent.Registered ignored
                when !decided ->
                    about(event, desk(), InboxKind.ARRIVED, said("inbox.to-decide", words.time(due(event))));
                // what was settled on the spot is nobody's work any more
                case TicketEvent.Dispatched to
                when !over ->
                    about(event, to.unitId(), InboxKind.ARRIVED, said("inbox.arrived", words.time(to.dueAt())));
                case TicketEvent.Reopened again ->
                    about(
                            event,
                            again.unitId(),
                            judged ? InboxKind.UNSOLVED : InboxKind.ARRIVED,
                            said(judged ? "inbox.unsolved" : "inbox.reopened", words.time(again.dueAt())));
                case TicketEvent.Judged verdict
                when !verdict.solved() && !reopened ->
                    about(event, ticket.unitId(), InboxKind.UNSOLVED, said("inbox.unsolved-late"));
                case TicketEvent.Assigned to ->
                    about(
                            event,
                            Recipient.post(to.unitId(), to.postId()),
                            InboxKind.ARRIVED,
                            said("inbox.assigned", words.time(due(event))));
                case TicketEvent.Answered ignored ->
                    about(event, ticket.unitId(), InboxKind.ANSWERED, said("inbox.answered"));
                case TicketEvent.Supplemented ignored ->
                    about(event, ticket.unitId(), InboxKind.ANSWERED, said("inbox.supplemented"));
                case TicketEvent.Joined ignored ->
                    about(event, ticket.unitId(), InboxKind.ANSWERED, said("inbox.joined"));
                case TicketEvent.Returned by ->
                    about(event, desk(), InboxKind.RETURNED, said("inbox.returned", words.unit(by.unitId())));
                case TicketEvent.DeadlineNear near ->
                    about(event, near.unitId(), InboxKind.NEAR, said("inbox.near", words.time(near.dueAt())));
                case TicketEvent.Overdue late ->
                    about(event, late.unitId(), InboxKind.OVERDUE, said("inbox.overdue", words.time(late.dueAt())));
                case TicketEvent.ClockChanged clock -> aboutClock(clock);
                default -> together(event);
            };
        }

        /** The units whose work it was and is; who decides where tickets belong has merged them. */
        private @Nullable InboxMessage moved(TicketEvent event, String code, String other) {
            return ticket.unitId() == null
                    ? null
                    : about(event, ticket.unitId(), InboxKind.ANSWERED, said(code, other));
        }

        /** What the street decided of a return, what departments do together, and what becomes one. */
        private @Nullable InboxMessage together(TicketEvent event) {
            return switch (event) {
                case TicketEvent.Merged merged -> moved(event, "inbox.merged", merged.intoNumber());
                case TicketEvent.Absorbed absorbed -> moved(event, "inbox.absorbed", absorbed.fromNumber());
                case TicketEvent.SentBack by ->
                    about(event, by.unitId(), InboxKind.RETURNED, said("inbox.sent-back", words.time(due(event))));
                case TicketEvent.Contested by ->
                    about(event, by.unitId(), InboxKind.ARRIVED, said("inbox.contested", words.time(by.dueAt())));
                case TicketEvent.JointStep step -> joint(step);
                case TicketEvent.ExclusionChanged exclusion -> aboutExclusion(exclusion);
                case TicketEvent.Concluded end
                when end.agreed() -> about(event, ticket.unitId(), InboxKind.ANSWERED, said("inbox.agreed"));
                default -> null;
            };
        }

        /** The unit hears what was decided of its application. */
        private @Nullable InboxMessage aboutExclusion(TicketEvent.ExclusionChanged exclusion) {
            return switch (exclusion.action()) {
                case UPHOLD, REFUSE, REVOKE ->
                    about(
                            exclusion,
                            exclusion.unitId(),
                            InboxKind.ANSWERED,
                            said("inbox.exclusion-" + exclusion.action()));
                case APPLY, TAKE_BACK -> null;
            };
        }

        private InboxMessage aboutClock(TicketEvent.ClockChanged clock) {
            Said said = said("inbox.clock-" + clock.change(), words.time(clock.dueAt()));
            return about(clock, clock.unitId(), kind(clock.change()), said);
        }

        private static InboxKind kind(ClockChange change) {
            return switch (change) {
                case ESCALATE, SUPERVISE -> InboxKind.OVERDUE;
                case OVERSEE -> InboxKind.UNSOLVED;
                case DEFER, REVIEW -> InboxKind.ARRIVED;
                case SUSPEND, RESUME, EXTEND, DENY -> InboxKind.NEAR;
            };
        }

        private InboxMessage called(TicketEvent event, UUID unit, Instant confirmBy) {
            return about(event, unit, InboxKind.ARRIVED, said("inbox.whistled", words.time(confirmBy)));
        }

        /** A unit hears what is asked or decided of it, the street what it has to decide. */
        private @Nullable InboxMessage joint(TicketEvent.JointStep step) {
            Instant confirmBy = step.confirmBy();
            if (confirmBy != null) {
                return called(step, step.unitId(), confirmBy);
            }
            Said said = said("inbox.joint", words.unit(step.unitId()), "joint.step." + step.step());
            return switch (step.step()) {
                case "UPHOLD", "REFUSE", "ORDER", "ORDER_RECALL" ->
                    about(step, step.unitId(), InboxKind.ANSWERED, said);
                case "OBJECT" -> about(step, street(), InboxKind.RETURNED, said);
                default -> null;
            };
        }

        private @Nullable UUID street() {
            return units.nearest(Unit.STREET_OFFICE, ticket.areaKey())
                    .map(Unit::id)
                    .orElse(null);
        }

        private Instant due(TicketEvent event) {
            return Objects.requireNonNullElse(ticket.dueAt(), event.at());
        }

        private Said said(String code, Object... more) {
            Object[] arguments = new Object[more.length + 2];
            arguments[0] = ticket.number();
            arguments[1] = words.matter(ticket.matterCode());
            System.arraycopy(more, 0, arguments, 2, more.length);
            return Said.of(code, arguments);
        }

        private InboxMessage about(TicketEvent event, @Nullable UUID unitId, InboxKind kind, Said said) {
            return about(event, unitId == null ? desk() : Recipient.unit(unitId), kind, said);
        }

        private InboxMessage about(TicketEvent event, Recipient to, InboxKind kind, Said said) {
            return InboxMessage.about(to, kind, ticket.id(), said, event.at());
        }

        /** The dispatchers who answer for the place. */
        private Recipient desk() {
            return Recipient.dispatchers(units.nearest(Unit.CITY_HOTLINE, ticket.areaKey())
                    .orElseThrow()
                    .id());
        }
    }
}
