package org.mulin.ticket.internal.joint;

import org.jspecify.annotations.Nullable;

/** Something done about a whistle as a whole, with the data it carries. */
sealed interface WhistleAct {
    JointStep step();

    @Nullable
    String words();

    record Draft(@Override String words) implements WhistleAct {
        @Override
        public JointStep step() {
            return JointStep.DRAFT;
        }
    }

    record Agree() implements WhistleAct {
        @Override
        public JointStep step() {
            return JointStep.AGREE;
        }

        @Override
        public @Nullable String words() {
            return null;
        }
    }

    record Close(@Override String words) implements WhistleAct {
        @Override
        public JointStep step() {
            return JointStep.CLOSE;
        }
    }

    record Lapse() implements WhistleAct {
        @Override
        public JointStep step() {
            return JointStep.LAPSE;
        }

        @Override
        public @Nullable String words() {
            return null;
        }
    }

    /**
     * A ticket of the group has ended before the whistle.
     *
     * @param words its number
     */
    record Leave(@Override String words) implements WhistleAct {
        @Override
        public JointStep step() {
            return JointStep.LEAVE;
        }
    }

    /** @param needed false marks a whistle that was blown without need */
    record Review(boolean needed, @Override String words) implements WhistleAct {
        @Override
        public JointStep step() {
            return JointStep.REVIEW;
        }
    }
}
