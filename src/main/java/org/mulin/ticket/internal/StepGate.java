package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.UUID;

/** What must hold before a step may be taken, whatever the action carries; each has its refusal. */
enum StepGate {
    OPEN("ticket-step") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return true;
        }
    },
    /** The author has not judged this round yet. */
    UNJUDGED("ticket-judged") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return by.appealId() != null && ticket.appeal(by.appealId()).solved() == null;
        }
    },
    /** The time for asking again is not over. */
    REOPENABLE("ticket-reopen-late") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return ticket.reopenUntil() != null && !now.isAfter(ticket.reopenUntil());
        }
    },
    /** Nobody has asked for a review yet, and the time for it is not over. */
    CONTESTABLE("review-late") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return REOPENABLE.isOpen(ticket, by, now);
        }
    },
    /** The unit that acts is the one that decides on the review. */
    REVIEWING("review-not-yours") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return ticket.parts().stream()
                    .anyMatch(part -> part.isOpenReview()
                            && part.unitId().equals(by.actor().unitId()));
        }
    },
    /** No review has found that it must be handled. */
    UNREVIEWED("review-decided") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return ticket.parts().stream().noneMatch(part -> part.role() == PartRole.REVIEW);
        }
    },
    /** Nobody who was called by a whistle still has a part to do. */
    NOBODY_CALLED("ticket-whistle-open") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return ticket.parts().stream().noneMatch(Part::isOpenCall);
        }
    },
    /** A ticket that was returned twice has been decided for good (首接负责). */
    RETURNABLE("return-decided") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            return ticket.returns() < Ticket.RETURNS_MAX;
        }
    },
    /** The unit that acts has the lead. */
    OWN_WORK("merge-not-yours") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            UUID unit = by.actor().unitId();
            return unit != null
                    && ticket.lead().map(Part::unitId).filter(unit::equals).isPresent();
        }
    },
    /** A unit has returned it and nobody has decided; none judges its own return. */
    RETURNED_BY_ANOTHER("return-not-yours-to-judge") {
        @Override
        boolean isOpen(Ticket ticket, By by, Instant now) {
            UUID unit = ticket.lastLeadUnitId();
            return ticket.isReturned()
                    && unit != null
                    && !unit.equals(by.actor().unitId());
        }
    };

    private final String refusal;

    StepGate(String refusal) {
        this.refusal = refusal;
    }

    abstract boolean isOpen(Ticket ticket, By by, Instant now);

    /** Code in problems.csv. */
    String refusal() {
        return refusal;
    }
}
