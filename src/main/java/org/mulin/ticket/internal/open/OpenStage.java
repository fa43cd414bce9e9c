package org.mulin.ticket.internal.open;

import java.util.Arrays;
import java.util.List;
import org.mulin.ticket.TicketStatus;

/** 公开进度: where a matter stands, in the few words that neighbours need; later ones are further along. */
public enum OpenStage {
    /** 待办理: no unit has taken it up yet. */
    RECEIVED,
    /** 办理中: a unit works on it. */
    IN_HAND,
    /** 已答复: the unit has said what came of it. */
    ANSWERED,
    /** 不予受理: the answer says why, and which way is open. */
    DECLINED;

    static OpenStage of(TicketStatus status) {
        return switch (status) {
            case TRIAGE, DISPATCHED -> RECEIVED;
            // whoever reads a merged one reads the one that goes on
            case ACCEPTED, WAITING, MERGED -> IN_HAND;
            case RESOLVED, CLOSED -> ANSWERED;
            // what all its authors took back is nobody's to read
            case DECLINED, WITHDRAWN -> DECLINED;
        };
    }

    /** Names of the states that it stands for. */
    List<String> statuses() {
        return Arrays.stream(TicketStatus.values())
                .filter(status -> of(status) == this)
                .map(TicketStatus::name)
                .toList();
    }
}
