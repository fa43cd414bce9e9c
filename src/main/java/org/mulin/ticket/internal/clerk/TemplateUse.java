package org.mulin.ticket.internal.clerk;

import java.util.Locale;

/** 适用环节: which words to a resident a reply template is meant for. */
enum TemplateUse {
    /** 直接答复: on taking the appeal. */
    INFORM,
    /** 回复: while it is in hand. */
    REPLY,
    /** 询问: to ask the author. */
    ASK,
    /** 办结反馈: the result. */
    RESOLVE,
    /** 不予受理. */
    DECLINE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TemplateUse ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
