package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Ids;

/** 分项: what one unit does for a ticket, with its own clock; work belongs to the unit or one of its posts. */
record Part(
        UUID id,
        UUID unitId,
        PartRole role,
        PartStatus status,
        @Nullable Instant dueAt,
        @Nullable UUID postId,
        Instant openedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt) {

    static Part open(UUID unitId, PartRole role, Instant dueAt, Instant now) {
        return new Part(Ids.next(), unitId, role, PartStatus.OPEN, dueAt, null, now, null, null);
    }

    boolean isOpen() {
        return status == PartStatus.OPEN;
    }

    boolean isOpenLead() {
        return isOpen() && role == PartRole.LEAD;
    }

    boolean isOpenCall() {
        return isOpen() && role == PartRole.CALLED;
    }

    boolean isOpenReview() {
        return isOpen() && role == PartRole.REVIEW;
    }

    Part accepted(Instant now) {
        return new Part(id, unitId, role, status, dueAt, postId, openedAt, now, endedAt);
    }

    Part assigned(UUID post) {
        return new Part(id, unitId, role, status, dueAt, post, openedAt, acceptedAt, endedAt);
    }

    Part due(Instant at) {
        return new Part(id, unitId, role, status, at, postId, openedAt, acceptedAt, endedAt);
    }

    /** An ended part stays as it ended. */
    Part ended(PartStatus how, Instant now) {
        return isOpen() ? new Part(id, unitId, role, how, dueAt, postId, openedAt, acceptedAt, now) : this;
    }
}
