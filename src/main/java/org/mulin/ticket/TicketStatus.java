package org.mulin.ticket;

/** Where a ticket stands. */
public enum TicketStatus {
    /** 待研判: a person decides where it belongs. */
    TRIAGE,
    /** 待受理: at a unit that has not taken it up yet. */
    DISPATCHED,
    /** 办理中: taken up by the unit. */
    ACCEPTED,
    /** 待补充: the unit waits for the resident's answer. */
    WAITING,
    /** 待评价: the unit reports it done; its authors judge. */
    RESOLVED,
    /** 已办结. */
    CLOSED,
    /** 不予受理: not to be handled here; the answer says why and which way is open. */
    DECLINED,
    /** 已撤回: by all of its authors. */
    WITHDRAWN,
    /** 已并单: its appeals are part of another ticket, which goes on. */
    MERGED;

    /** Code in texts.csv. */
    public String textCode() {
        return "ticket.status." + name();
    }

    /** Whether exactly one unit has the lead now. */
    public boolean isWithUnit() {
        return this == DISPATCHED || this == ACCEPTED || this == WAITING;
    }

    /** Whether nothing more is to be done, unless someone asks for it. */
    public boolean isEnd() {
        return this == CLOSED || this == DECLINED || this == WITHDRAWN || this == MERGED;
    }
}
