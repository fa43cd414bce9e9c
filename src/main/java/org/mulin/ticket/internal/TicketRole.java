package org.mulin.ticket.internal;

/** In what capacity someone acts on one ticket. */
enum TicketRole {
    /** 系统: the rules, without a person. */
    SYSTEM,
    /** 受理员: takes an appeal in at this very moment, at the phone or the counter. */
    CLERK,
    /** 派单员: may triage, for an area that holds the ticket's place. */
    DISPATCHER,
    /** 主办: of the unit that has the lead. */
    HANDLER,
    /** 协办: of a unit that assists. */
    ASSISTANT,
    /** 召集单位: may call departments together, for an area that holds the ticket's place. */
    CONVENER,
    /** 复核人: decides on kick-backs, for an area that holds the ticket's place, or on a review given to the unit. */
    REVIEWER,
    /** 联合处置成员: does its part in a whistle; only while it does so. */
    MEMBER,
    /** 即办人: files it and settles it in one go, on the spot. */
    SETTLER,
    /** 申请单位: has the lead or had it last, at the moment in which it asks for an exclusion. */
    APPLICANT,
    /** 诉求人: filed one of its appeals. */
    AUTHOR,
    /** 督办单位: of a higher level, at the moment in which it decides (clock, exclusion) or directs the unit. */
    SUPERVISOR;

    /** Code in texts.csv. */
    String textCode() {
        return "ticket.role." + name();
    }
}
