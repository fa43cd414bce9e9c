package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;
import org.mulin.base.Texts;

/** What the desk is shown of whistles. */
final class WhistleViews {
    private WhistleViews() {}

    record UnitName(UUID id, String name) {}

    record PhotoName(UUID id, String name) {}

    /**
     * A ticket of the whistle that the reader reaches.
     * @param leftAt when it ended and left, before the whistle did; null while it is part of it
     */
    record WhistleTicket(
            UUID id,
            String number,
            @Nullable String matterName,
            @Nullable Instant leftAt) {}

    /** @param late the street has not decided within its clock */
    record CallObjection(
            String reason,
            String dutyEntry,
            String words,
            Instant raisedAt,
            Instant dueAt,
            boolean late,
            ObjectionStatus status,
            @Nullable String decidedWords) {}

    /**
     * @param confirmLate it confirmed after its time, or has not in time
     * @param arriveLate it came after the agreed time, or has not come in time
     * @param distance_m from the agreed place to where the phone said it was; null when one of them is unknown
     * @param elsewhere it checked in too far away, or without a position, and that does not count
     * @param admittedWords why the convener counts it all the same
     * @param promiseBroken its day is over; kept later or not at all
     * @param mine whether it is the reader's unit that is called
     */
    record CallView(
            UUID id,
            UnitName unit,
            boolean lead,
            CallStatus status,
            Instant confirmBy,
            @Nullable Instant confirmedAt,
            boolean confirmLate,
            @Nullable String delegateName,
            @Nullable String delegatePhone,
            @Nullable Instant arrivedAt,
            boolean arriveLate,
            @Nullable Long distance_m,
            boolean elsewhere,
            @Nullable String admittedWords,
            @Nullable String done,
            @Nullable String promise,
            @Nullable LocalDate promiseOn,
            boolean promiseBroken,
            @Nullable Instant signedAt,
            @Nullable Instant fulfilledAt,
            @Nullable String fulfilledWords,
            @Nullable Integer score,
            @Nullable String scoreWords,
            List<CallObjection> objections,
            List<PhotoName> photos,
            boolean mine,
            List<JointStep> allowed,
            long version) {
        /** Of another unit: how it stands, and nothing of what it wrote. */
        CallView withoutWords() {
            return new CallView(
                    id,
                    unit,
                    lead,
                    status,
                    confirmBy,
                    confirmedAt,
                    confirmLate,
                    null,
                    null,
                    arrivedAt,
                    arriveLate,
                    distance_m,
                    elsewhere,
                    null,
                    null,
                    null,
                    promiseOn,
                    promiseBroken,
                    signedAt,
                    fulfilledAt,
                    null,
                    score,
                    null,
                    List.of(),
                    List.of(),
                    mine,
                    allowed,
                    version);
        }
    }

    /**
     * @param needed the reviewer's word; null before
     * @param ratings how many of the authors have scored it
     * @param rating their mean, one decimal; null while nobody has
     */
    record WhistleView(
            UUID id,
            UUID ticketId,
            List<WhistleTicket> tickets,
            WhistleStatus status,
            UnitName convener,
            String problem,
            String placeText,
            @Nullable Double lon,
            @Nullable Double lat,
            Instant meetAt,
            Instant blownAt,
            @Nullable String resolution,
            @Nullable Instant endedAt,
            @Nullable String endWords,
            @Nullable Boolean needed,
            @Nullable String reviewWords,
            int ratings,
            @Nullable Double rating,
            List<CallView> calls,
            List<JointStep> allowed,
            long version) {
        /**
         * For the accused of a confidential complaint: what it is called to, what it signs and what it wrote itself,
         * nobody else's words; of a whistle that does not call it, none.
         */
        WhistleView forAccused() {
            boolean called = calls.stream().anyMatch(CallView::mine);
            String hidden = Texts.here(Said.of("ticket.hidden-words"));
            return new WhistleView(
                    id,
                    ticketId,
                    tickets,
                    status,
                    convener,
                    called ? problem : hidden,
                    called ? placeText : hidden,
                    lon,
                    lat,
                    meetAt,
                    blownAt,
                    called ? resolution : null,
                    endedAt,
                    null,
                    needed,
                    null,
                    ratings,
                    rating,
                    calls.stream()
                            .map(call -> call.mine() ? call : call.withoutWords())
                            .toList(),
                    allowed,
                    version);
        }
    }

    /** @param late departments that confirm or come late */
    record WhistleRow(
            UUID id,
            UUID ticketId,
            String number,
            @Nullable String matterName,
            @Nullable String areaName,
            String convener,
            WhistleStatus status,
            String problem,
            Instant meetAt,
            Instant blownAt,
            int called,
            int confirmed,
            int arrived,
            int signed,
            int late,
            int objecting,
            int promises,
            int kept,
            int broken,
            @Nullable Boolean needed) {}

    /** @param mayWhistle whether the reader may blow the whistle on it now */
    record PlanTicket(
            UUID id,
            String number,
            String words,
            @Nullable String matterName,
            @Nullable String areaName,
            boolean mayWhistle,
            long version) {}

    /** @param basis law or rule of the entry that names the unit */
    record ProposedUnit(UUID unitId, String name, boolean lead, String dutyEntry, String basis) {}

    /**
     * @param like other open tickets of the same matter in the same community
     * @param confidential an author wants one of them confidential: no place is suggested
     * @param confirmBy by when departments confirm and {@code meetAt} when it could meet, were it blown now
     */
    record WhistlePlanView(
            List<PlanTicket> tickets,
            List<PlanTicket> like,
            List<ProposedUnit> units,
            @Nullable String placeText,
            @Nullable Double lon,
            @Nullable Double lat,
            boolean confidential,
            Instant confirmBy,
            Instant meetAt,
            int most) {}

    /** @param version of what decides it: of the ticket for a return, of the call for an objection to a whistle */
    record ObjectionRow(
            UUID id,
            UUID ticketId,
            String ticketNumber,
            @Nullable String matterName,
            @Nullable UUID whistleId,
            @Nullable UUID callId,
            String unit,
            int nth,
            String reason,
            String dutyEntry,
            @Nullable String namedMatter,
            String words,
            Instant raisedAt,
            Instant dueAt,
            boolean late,
            ObjectionStatus status,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String decidedWords,
            @Nullable String toUnit,
            boolean mayDecide,
            long version) {}

    /**
     * What a department's answers to whistles, its kick-backs and its orders come to.
     *
     * @param confirmMissed not confirmed though its time is over, and so with arriving
     * @param elsewhere checked in too far from the meeting place to count
     * @param promisesOpen whose day is still to come
     * @param promisesUnsigned of all of them, those of whistles that the convener ended before they were signed
     * @param score mean of the conveners' scores, one decimal; null without one
     */
    record DepartmentRow(
            UnitName unit,
            int called,
            int confirmed,
            int confirmLate,
            int confirmMissed,
            int arrived,
            int arriveLate,
            int arriveMissed,
            int elsewhere,
            int promises,
            int promisesOpen,
            int kept,
            int broken,
            int promisesUnsigned,
            int scores,
            @Nullable Double score,
            int kickbacks,
            int upheld,
            int refused,
            int ordersOpen,
            int ordersLate) {}

    /**
     * What an author is told of a whistle on the own matter; nothing of what staff write.
     *
     * @param arrived how many of the departments have come
     * @param version of the appeal, for rating it
     */
    record MyWhistleView(
            UUID id,
            Instant blownAt,
            Instant meetAt,
            List<String> units,
            int arrived,
            boolean over,
            boolean agreed,
            boolean mayRate,
            @Nullable Integer score,
            long version) {}
}
