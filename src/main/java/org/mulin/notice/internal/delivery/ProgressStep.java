package org.mulin.notice.internal.delivery;

import java.util.Locale;

/** 办理进展: the steps of a matter that its author is told of. */
public enum ProgressStep {
    /** 已派单: a unit has it. */
    DISPATCHED,
    /** 合并办理: it goes on together with others about the same thing; their number is the last argument. */
    MERGED,
    /** 已受理: the unit has taken it up. */
    ACCEPTED,
    /** 已回复: there is an answer to read. */
    REPLIED,
    /** 需补充: the unit asks. */
    ASKED,
    /** 暂缓办理: the clock stands still until a known day. */
    PAUSED,
    /** 延期办理: there is more time for it. */
    EXTENDED,
    /** 已反馈: the unit reports it done; the author judges. */
    RESOLVED,
    /** 不予受理: not to be handled here. */
    DECLINED,
    /** 复核维持: the review has found declining right. */
    SUSTAINED,
    /** 已办结. */
    CLOSED,
    /** 重新办理: a unit handles it again. */
    REOPENED;

    /** As messages.csv writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Code in texts.csv; its arguments are the ticket's number, the unit's name and when it is due. */
    public String textCode() {
        return "progress." + word();
    }

    /** The same where the matter is named too, as the fourth argument. */
    public String newsCode() {
        return "news." + word();
    }
}
