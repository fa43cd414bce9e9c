package org.mulin.ticket.internal.callback;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;
import org.mulin.ticket.TicketStatus;

/** What callers see and say. */
final class CallBackViews {
    private static final int WORDS_MAX = 2_000;

    private CallBackViews() {}

    /**
     * An appeal whose author is to be asked.
     *
     * @param unitName who resolved it
     * @param resolvedAt when
     * @param proxy a worker filed it for the resident
     * @param calls so far in this round
     * @param lastOutcome of the last of them
     * @param calling a colleague has the resident on the line now
     * @param mine the reader has begun a call and not said how it ended
     */
    record CallBackRow(
            UUID appealId,
            UUID ticketId,
            String number,
            @Nullable String matterName,
            @Nullable String areaName,
            @Nullable String unitName,
            String excerpt,
            Instant resolvedAt,
            boolean proxy,
            int calls,
            @Nullable CallBackOutcome lastOutcome,
            boolean calling,
            boolean mine) {}

    /**
     * A call that has begun: whom to ask about what.
     *
     * @param result what the unit says it has done
     */
    record BegunCall(
            UUID callId,
            String number,
            @Nullable String name,
            String phone,
            String words,
            @Nullable String unitName,
            @Nullable String result) {}

    /** A call that has ended. */
    record CallLogRow(
            UUID id,
            UUID ticketId,
            String number,
            @Nullable String matterName,
            CallBackOutcome outcome,
            @Nullable Boolean solved,
            @Nullable Integer satisfaction,
            @Nullable String words,
            Instant at) {}

    /** Where the ticket stands after the call. */
    record CallEnd(CallBackOutcome outcome, TicketStatus status) {}

    /** @param contacted with {@code solved} and {@code satisfaction}: exactly when the resident was reached */
    record CallEndInput(
            @NotNull CallBackOutcome outcome,
            @Nullable Boolean contacted,
            @Nullable Boolean solved,
            @Nullable @Min(1) @Max(5) Integer satisfaction,
            @Nullable @Size(max = WORDS_MAX) String words) {
        /**
         * @throws Malformed {@code field-required} at what was not asked, {@code field-invalid} at what nobody who was
         *     not reached can have said
         */
        void check() {
            if (outcome == CallBackOutcome.DROPPED) {
                throw Malformed.of("outcome", "field-invalid");
            }
            if (outcome != CallBackOutcome.REACHED) {
                requireSilent("contacted", contacted);
                requireSilent("solved", solved);
                requireSilent("satisfaction", satisfaction);
                return;
            }
            if (contacted == null) {
                throw Malformed.of("contacted", "field-required");
            }
            if (solved == null) {
                throw Malformed.of("solved", "field-required");
            }
            if (satisfaction == null) {
                throw Malformed.of("satisfaction", "field-required");
            }
        }

        private static void requireSilent(String field, @Nullable Object said) {
            if (said != null) {
                throw Malformed.of(field, "field-invalid");
            }
        }
    }
}
