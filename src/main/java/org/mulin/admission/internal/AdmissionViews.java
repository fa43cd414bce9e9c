package org.mulin.admission.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are shown of the list and of requests. */
final class AdmissionViews {
    private AdmissionViews() {}

    /**
     * @param senderNames in words, as {@code areaNames}; no area means the whole city
     * @param overlapNames of apps that do much the same
     * @param requestId by which it came onto the list; null: it was there from the first
     */
    record AdmissionItemRow(
            String code,
            String name,
            ItemKind kind,
            List<String> senderNames,
            List<String> areaNames,
            String basis,
            String about,
            int times,
            Per per,
            BigDecimal hours,
            LocalDate from,
            @Nullable LocalDate to,
            boolean inForce,
            String support,
            @Nullable Integer costYuan,
            List<String> overlapNames,
            @Nullable UUID requestId) {}

    /** @param version of the list in force; {@code items} of this page */
    record AdmissionListView(
            long version,
            int total,
            List<AdmissionItemRow> items,
            @Nullable String next) {}

    record AdmissionRequestRow(
            UUID id,
            String number,
            ItemKind kind,
            String title,
            AdmissionStatus status,
            int round,
            String unitName,
            String areaName,
            int communities,
            int voted,
            int vetoes,
            Instant votingUntil,
            LocalDate to,
            Instant createdAt,
            boolean myTurn) {}

    /** @param veto null: has not voted */
    record VoiceView(
            UUID unitId,
            String unitName,
            int round,
            @Nullable Boolean veto,
            String words,
            @Nullable Instant votedAt) {}

    record AdmissionStepView(
            Instant at, String action, String by, String unitName, AdmissionStatus status, String words) {}

    /** What would be asked of each community. */
    record AdmissionTermsView(
            ItemKind kind,
            String title,
            String about,
            String basis,
            int times,
            Per per,
            BigDecimal hours,
            BigDecimal hoursInAYear,
            int moneyYuan,
            int people,
            String facilities,
            @Nullable Integer costYuan,
            List<String> overlaps,
            @Nullable String overlapReason,
            LocalDate from,
            LocalDate to) {}

    /**
     * @param listVersion of the list that holds it; null while none does
     * @param listWaiting the list's keepers have still to agree
     */
    record AdmissionRequestView(
            AdmissionRequestRow request,
            AdmissionTermsView terms,
            int vetoPercent,
            List<VoiceView> voices,
            List<AdmissionStepView> history,
            @Nullable UUID draftId,
            @Nullable Long listVersion,
            boolean listWaiting,
            List<AdmissionActionKind> allowedActions,
            long version) {}
}
