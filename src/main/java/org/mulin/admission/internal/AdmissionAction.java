package org.mulin.admission.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something done to a request for admission, with the data it carries. */
sealed interface AdmissionAction {
    AdmissionActionKind kind();

    String words();

    /** @param unitId the community's */
    record Vote(UUID unitId, boolean veto, String words) implements AdmissionAction {
        @Override
        public AdmissionActionKind kind() {
            return AdmissionActionKind.VOTE;
        }
    }

    record Resubmit(AdmissionTerms terms, Instant votingUntil, String words) implements AdmissionAction {
        @Override
        public AdmissionActionKind kind() {
            return AdmissionActionKind.RESUBMIT;
        }
    }

    /** @param to last day, not later than was asked for */
    record Accept(LocalDate to, String words) implements AdmissionAction {
        @Override
        public AdmissionActionKind kind() {
            return AdmissionActionKind.ACCEPT;
        }
    }

    /** What carries words only. */
    record Plain(AdmissionActionKind kind, String words) implements AdmissionAction {}
}
