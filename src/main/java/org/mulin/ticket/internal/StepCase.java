package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Objects;

/** Which of several rows of the life-cycle table a step takes; for one status, action and role exactly one holds. */
enum StepCase {
    ALWAYS(""),
    ALL_SOLVED("全部诉求人确认解决"),
    SOME_SOLVED("尚有诉求人未评价"),
    UNSOLVED("未解决"),
    /** On a closed ticket: nothing to do again, or too late for it. */
    SOLVED_OR_LATE("已解决或已逾重办期"),
    UNSOLVED_IN_TIME("未解决且在重办期内"),
    ALL_WITHDRAWN("全部诉求人撤回"),
    SOME_WITHDRAWN("尚有其他诉求人");

    private final String chinese;

    StepCase(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    boolean holds(Ticket ticket, TicketAction action, By by, Instant now) {
        boolean solved = action instanceof TicketAction.Judge judge && judge.solved();
        return switch (this) {
            case ALWAYS -> true;
            case ALL_SOLVED -> solved && othersAre(ticket, by, appeal -> Boolean.TRUE.equals(appeal.solved()));
            case SOME_SOLVED -> solved && !othersAre(ticket, by, appeal -> Boolean.TRUE.equals(appeal.solved()));
            case UNSOLVED -> !solved;
            case SOLVED_OR_LATE -> solved || !StepGate.REOPENABLE.isOpen(ticket, by, now);
            case UNSOLVED_IN_TIME -> !solved && StepGate.REOPENABLE.isOpen(ticket, by, now);
            case ALL_WITHDRAWN -> othersAre(ticket, by, Appeal::withdrawn);
            case SOME_WITHDRAWN -> !othersAre(ticket, by, Appeal::withdrawn);
        };
    }

    /** Appeals that were withdrawn have no say; for a withdrawal they are as wanted anyway. */
    private static boolean othersAre(Ticket ticket, By by, java.util.function.Predicate<Appeal> wanted) {
        return ticket.appeals().stream()
                .filter(appeal -> !Objects.equals(appeal.id(), by.appealId()) && !appeal.withdrawn())
                .allMatch(wanted);
    }
}
