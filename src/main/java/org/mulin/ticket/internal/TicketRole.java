package org.mulin.ticket.internal;

/** In what capacity someone acts on one ticket. */
enum TicketRole {
    /** 系统: the rules, without a person. */
    SYSTEM("系统"),
    /** 派单员: may triage, for an area that holds the ticket's place. */
    DISPATCHER("派单员"),
    /** 主办: of the unit that has the lead. */
    HANDLER("主办单位"),
    /** 协办: of a unit that assists. */
    ASSISTANT("协办单位"),
    /** 诉求人: filed one of its appeals. */
    AUTHOR("诉求人");

    private final String chinese;

    TicketRole(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
