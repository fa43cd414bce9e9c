package org.mulin.audit;

import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;

/** Takes the trail of acts and readings. */
public interface Audit {
    /** Written in the transaction that is open; the trail stands or falls with the act. */
    void record(Actor actor, Act act);

    /**
     * What happened: action such as {@code contact.read}, the kind and id of its subject, the stated purpose of a
     * reading, and details that hold no text made by a user.
     */
    record Act(
            String action,
            String subjectType,
            String subjectId,
            @Nullable String purpose,
            @Nullable String detail) {
        public static Act of(String action, String subjectType, Object subjectId) {
            return new Act(action, subjectType, subjectId.toString(), null, null);
        }

        public Act because(String statedPurpose) {
            return new Act(action, subjectType, subjectId, statedPurpose, detail);
        }

        public Act with(String details) {
            return new Act(action, subjectType, subjectId, purpose, details);
        }
    }
}
