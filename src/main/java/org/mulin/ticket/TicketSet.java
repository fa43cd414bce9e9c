package org.mulin.ticket;

/**
 * 工单集: which tickets a figure counts. The same words choose them in a list, so that every figure has its list behind
 * it. A unit responds when it first takes a ticket up, replies, asks, calls departments together or reports it done;
 * the limit is the ticket's at that moment. Of several verdicts of the latest judged round the severest counts. What a
 * rate leaves out by an upheld exclusion is in none of that rate's sets, and neither is an own report. A merged ticket
 * is in none of them: its appeals and their verdicts count with the ticket that goes on.
 */
public enum TicketSet {
    /** 在办: with people who have something to do; neither awaiting a verdict nor ended. */
    OPEN,
    /** 超期: open, and its deadline has passed. */
    OVERDUE,
    /** 应响应: responded to, or not yet and the limit has passed. */
    DUE_RESPONSE,
    /** 及时响应: responded to within the limit. */
    RESPONDED,
    /** 已评价: at least one of its authors has judged it. */
    JUDGED,
    /** 已解决: all who judged the latest round say it is solved. */
    SOLVED,
    /** 已评分: judged, for the satisfaction rate. */
    SCORED,
    /** 满意: the lowest score is 4 or 5. */
    SATISFIED,
    /** 中立: the lowest score is 3. */
    NEUTRAL,
    /** 已剔除: at least one of the rates leaves it out. */
    EXCLUDED,
    /** 响应率剔除. */
    EXCLUDED_RESPONSE,
    /** 解决率剔除. */
    EXCLUDED_RESOLUTION,
    /** 满意率剔除. */
    EXCLUDED_SATISFACTION,
    /** 无法联系: called in vain in this round, and nobody has ever judged it. */
    UNREACHABLE,
    /** 无法联系（解决率）: unreachable, and the resolution rate does not leave it out. */
    UNREACHABLE_RESOLUTION,
    /** 无法联系（满意率）: unreachable, and the satisfaction rate does not leave it out. */
    UNREACHABLE_SATISFACTION,
    /**
     * 自报件: seen and reported by a community or grid itself, with no resident behind it. The rates of that community and
     * grid leave it out where they have the lead; so do all counts of the community's area and of what lies in it.
     */
    OWN_REPORT
}
