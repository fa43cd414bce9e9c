package org.mulin.ticket.internal.joint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something done about one department's call, with the data it carries. */
sealed interface CallAct {
    JointStep step();

    /** What the actor wrote, if anything. */
    default @Nullable String words() {
        return null;
    }

    default List<UUID> photoIds() {
        return List.of();
    }

    record Confirm() implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.CONFIRM;
        }
    }

    record Objection(@Override String words) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.OBJECT;
        }
    }

    record Uphold(@Override String words) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.UPHOLD;
        }
    }

    /** @param confirmBy by when the department now has to confirm */
    record Refuse(@Override String words, Instant confirmBy) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.REFUSE;
        }
    }

    record Send(Call.Delegate delegate) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.SEND;
        }
    }

    /** @param near within the limit of the meeting place, or nobody knows where that is */
    record CheckIn(
            @Nullable Double lon,
            @Nullable Double lat,
            boolean near,
            @Override List<UUID> photoIds) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.CHECK_IN;
        }
    }

    /** The convener admits who checked in elsewhere, with the reason. */
    record Admit(@Override String words) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.ADMIT;
        }
    }

    record Promised(Call.Promise promise) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.PROMISE;
        }

        @Override
        public String words() {
            return promise.done() + "\n" + promise.words();
        }
    }

    record Sign() implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.SIGN;
        }
    }

    record Fulfil(@Override String words, @Override List<UUID> photoIds) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.FULFIL;
        }
    }

    /** @param score 1 to 5 */
    record Score(int score, @Override @Nullable String words) implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.SCORE;
        }
    }

    record Release() implements CallAct {
        @Override
        public JointStep step() {
            return JointStep.RELEASE;
        }
    }
}
