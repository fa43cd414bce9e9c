package org.mulin.ticket.internal.open;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.internal.ActionKind;
import org.mulin.triage.Point;

/** What anybody is shown; every text that somebody wrote is masked. */
final class OpenViews {
    private OpenViews() {}

    /** The matters that are public, by class. */
    record OpenMatterClass(String code, String name, List<OpenMatter> matters) {}

    record OpenMatter(String code, String name) {}

    /**
     * @param words the first of them
     * @param areaPath street and community; empty while nobody knows the place
     * @param dueAt what the unit promised
     */
    record OpenTicketRow(
            String number,
            String matterName,
            String className,
            OpenStage stage,
            String words,
            List<String> areaPath,
            @Nullable String unitName,
            Instant submittedAt,
            @Nullable Instant dueAt,
            @Nullable Instant answeredAt) {}

    record OpenWordsView(String words, Instant submittedAt) {}

    /**
     * @param unitName whose step it was, or to whom the matter went
     * @param words the unit's answer; null at all other steps, and where the ticket holds a confidential appeal too
     */
    record OpenStepView(
            Instant at,
            ActionKind action,
            @Nullable String unitName,
            @Nullable String words) {}

    /**
     * @param voices those of its appeals that are public
     * @param areaCode of the community; null while nobody knows the place
     * @param point to about ten metres
     */
    record OpenTicketView(
            String number,
            String matterName,
            String className,
            OpenStage stage,
            List<OpenWordsView> voices,
            List<String> areaPath,
            @Nullable String areaCode,
            @Nullable Point point,
            @Nullable String unitName,
            Instant submittedAt,
            @Nullable Instant dueAt,
            @Nullable Instant answeredAt,
            List<OpenStepView> steps) {}

    /**
     * One matter of a community, or of the rest of its street, that enough people reported.
     *
     * @param areaCode of the community, or of the street for the rest of it
     * @param people at least as many as the city's setting says
     * @param published whether any of it can be read
     * @param since day of the first report
     * @param stage the furthest that any of it has come
     * @param answeredOn day of the last answer; null while it is open
     */
    record NearbyMatterView(
            String matterCode,
            String matterName,
            String className,
            String areaCode,
            int people,
            boolean published,
            LocalDate since,
            OpenStage stage,
            @Nullable LocalDate answeredOn) {}

    /** @param open those of the street that stand on their own because their authors made them public */
    record NeighbourhoodView(
            String areaCode,
            String areaName,
            String streetCode,
            String streetName,
            int people_min,
            int answered_days,
            List<NearbyMatterView> open,
            List<NearbyMatterView> answered,
            List<NearbyTicketView> tickets) {}

    /** @param areaCode of the community */
    record NearbyTicketView(
            OpenTicketRow ticket,
            @Nullable String areaCode,
            @Nullable Point point) {}
}
