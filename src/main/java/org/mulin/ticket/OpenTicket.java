package org.mulin.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.triage.Point;

/**
 * 公开工单: an appeal that anybody may read, and where its ticket stands.
 *
 * @param matterCode of the ticket, or as its author chose while nobody has decided
 * @param words as written, masked
 * @param point as given; of residents' own appeals to about ten metres
 * @param placeText masked
 * @param unitId of the unit that has, or last had, the lead
 * @param dueAt null while no unit has it
 * @param answeredAt when the unit last said what came of it; null while it has not, or works on it again
 * @param mergedInto number of the ticket that goes on, when this one was merged; else null
 */
public record OpenTicket(
        UUID ticketId,
        UUID appealId,
        String number,
        Channel channel,
        TicketStatus status,
        String matterCode,
        String words,
        String areaKey,
        boolean placed,
        @Nullable Point point,
        @Nullable String placeText,
        @Nullable UUID unitId,
        Instant submittedAt,
        Instant updatedAt,
        @Nullable Instant dueAt,
        @Nullable Instant answeredAt,
        @Nullable String mergedInto) {

    /** As whoever knows it by the number of a ticket that was merged sees it: that one is over, this one goes on. */
    public OpenTicket mergedFrom(String mergedNumber) {
        return new OpenTicket(
                ticketId,
                appealId,
                mergedNumber,
                channel,
                TicketStatus.MERGED,
                matterCode,
                words,
                areaKey,
                placed,
                point,
                placeText,
                unitId,
                submittedAt,
                updatedAt,
                null,
                null,
                number);
    }
}
