package org.mulin.ticket.internal.joint;

import org.jspecify.annotations.Nullable;

/** What must hold before a step of a whistle, whatever it carries; each has its refusal. */
enum JointGate {
    OPEN("joint-step"),
    /** A second objection has been decided for good. */
    MAY_OBJECT("joint-objected-twice"),
    /** There is a joint resolution to sign. */
    DRAFTED("joint-no-resolution"),
    /** Nobody has signed yet: what was signed is not changed afterwards. */
    UNSIGNED("joint-signed-already"),
    /** It checked in elsewhere, and nobody has counted that. */
    CHECKED_IN_ELSEWHERE("joint-there"),
    UNFULFILLED("joint-fulfilled"),
    /** It had promised something when the convener ended the whistle, and has not kept it yet. */
    STANDING_PROMISE("joint-no-promise"),
    /** Departments are scored when it is over, once. */
    UNSCORED("joint-scored"),
    WHISTLE_OPEN("joint-whistle-over"),
    WHISTLE_OVER("joint-whistle-open"),
    UNREVIEWED("joint-reviewed");

    /** Objections of one call; the second is decided for good. */
    private static final int OBJECTIONS_MAX = 2;

    private final String refusal;

    JointGate(String refusal) {
        this.refusal = refusal;
    }

    /** @param call null when the step is about the whole */
    boolean isOpen(Whistle whistle, @Nullable Call call) {
        boolean running = whistle.status() == WhistleStatus.OPEN;
        return switch (this) {
            case OPEN -> true;
            case MAY_OBJECT -> running && call != null && call.objections() < OBJECTIONS_MAX;
            case DRAFTED -> running && whistle.resolution() != null;
            case UNSIGNED -> whistle.calls().stream().noneMatch(each -> each.status() == CallStatus.SIGNED);
            case CHECKED_IN_ELSEWHERE -> call != null && call.arrival() != null && !call.isThere();
            case UNFULFILLED -> call != null && call.fulfilledAt() == null;
            case STANDING_PROMISE -> call != null && call.hasPromised(whistle.status()) && call.fulfilledAt() == null;
            case UNSCORED -> !running && call != null && call.score() == null;
            case WHISTLE_OPEN -> running;
            case WHISTLE_OVER -> !running;
            case UNREVIEWED -> whistle.needed() == null;
        };
    }

    /** Code in problems.csv. */
    String refusal() {
        return refusal;
    }
}
