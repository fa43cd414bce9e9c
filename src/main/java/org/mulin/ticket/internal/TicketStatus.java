package org.mulin.ticket.internal;

/** Where a ticket stands. */
enum TicketStatus {
    /** 待研判: a person decides where it belongs. */
    TRIAGE("待研判"),
    /** 待受理: at a unit that has not taken it up yet. */
    DISPATCHED("待受理"),
    /** 办理中: taken up by the unit. */
    ACCEPTED("办理中"),
    /** 待补充: the unit waits for the resident's answer. */
    WAITING("待补充"),
    /** 待评价: the unit reports it done; its authors judge. */
    RESOLVED("待评价"),
    /** 已办结. */
    CLOSED("已办结"),
    /** 不予受理: not to be handled here; the answer says why and which way is open. */
    DECLINED("不予受理"),
    /** 已撤回: by all of its authors. */
    WITHDRAWN("已撤回");

    private final String chinese;

    TicketStatus(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether exactly one unit has the lead now. */
    boolean isWithUnit() {
        return this == DISPATCHED || this == ACCEPTED || this == WAITING;
    }

    /** Whether nothing more is to be done, unless someone asks for it. */
    boolean isEnd() {
        return this == CLOSED || this == DECLINED || this == WITHDRAWN;
    }
}
