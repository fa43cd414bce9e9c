package org.mulin.admission.internal;

import org.jspecify.annotations.Nullable;

/** One row of the life-cycle table of requests; {@code from} null: there is no request yet. */
record AdmissionStep(
        @Nullable AdmissionStatus from,
        AdmissionActionKind action,
        AdmissionStatus to,
        AdmissionRole role,
        AdmissionCase inCase) {
    AdmissionStep(@Nullable AdmissionStatus from, AdmissionActionKind action, AdmissionStatus to, AdmissionRole role) {
        this(from, action, to, role, AdmissionCase.ALWAYS);
    }
}
