package org.mulin.admission.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 准入申请: as its life cycle sees it. A value: steps make new ones.
 *
 * @param voices of this round, one for each community asked
 * @param throughStreet the street has to agree first
 * @param listed the list has its line, or its keepers have still to say
 */
record AdmissionRequest(
        UUID id,
        String number,
        AdmissionTerms terms,
        AdmissionStatus status,
        int round,
        Instant votingUntil,
        List<Voice> voices,
        boolean throughStreet,
        boolean listed,
        UUID unitId,
        String areaKey,
        long version) {
    AdmissionRequest {
        voices = List.copyOf(voices);
    }

    /** One community's say; {@code veto} null: it has not voted. */
    record Voice(UUID unitId, String areaKey, @Nullable Boolean veto) {
        boolean isOpen() {
            return veto == null;
        }
    }

    long vetoes() {
        return voices.stream()
                .filter(voice -> Boolean.TRUE.equals(voice.veto()))
                .count();
    }

    /** The request after this action, were it in {@code next} then; the workflow decides whether it may. */
    AdmissionRequest after(AdmissionAction action, AdmissionStatus next) {
        return switch (action) {
            case AdmissionAction.Vote vote -> with(terms, next, round, votingUntil, voted(vote));
            case AdmissionAction.Resubmit again ->
                with(
                        again.terms(),
                        next,
                        round + 1,
                        again.votingUntil(),
                        voices.stream()
                                .map(voice -> new Voice(voice.unitId(), voice.areaKey(), null))
                                .toList());
            case AdmissionAction.Accept accept -> with(terms.until(accept.to()), next, round, votingUntil, voices);
            case AdmissionAction.Plain ignored -> with(terms, next, round, votingUntil, voices);
        };
    }

    private List<Voice> voted(AdmissionAction.Vote vote) {
        return voices.stream()
                .map(voice -> voice.unitId().equals(vote.unitId())
                        ? new Voice(voice.unitId(), voice.areaKey(), vote.veto())
                        : voice)
                .toList();
    }

    private AdmissionRequest with(
            AdmissionTerms asked, AdmissionStatus next, int inRound, Instant until, List<Voice> said) {
        return new AdmissionRequest(
                id, number, asked, next, inRound, until, said, throughStreet, listed, unitId, areaKey, version + 1);
    }
}
