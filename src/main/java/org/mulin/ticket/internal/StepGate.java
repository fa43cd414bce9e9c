package org.mulin.ticket.internal;

import java.time.Instant;

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
