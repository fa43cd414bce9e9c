package org.mulin.ticket.internal.dispatch;

/** Kinds of reason that a decision gives. */
public enum ReasonCode {
    /** 紧急险情: the words tell of danger to life. */
    DANGER,
    /** 系统研判: the machine read the matter and is sure enough. */
    MATTER_READ,
    /** 自选事项: the author chose the matter. */
    MATTER_CHOSEN,
    /** 人工研判: a person decided the matter. */
    MATTER_DECIDED,
    /** 研判把握不足: the machine is not sure enough of the matter. */
    MATTER_UNSURE,
    /** 学习不足: what was learnt of the matter rests on few confirmed tickets, and the catalogue alone is not sure. */
    MATTER_LITTLE_LEARNT,
    /** 用词陌生: most of the words the machine has hardly seen, so how sure it is says nothing. */
    MATTER_UNFAMILIAR,
    /** 留出检验: among tickets held back from learning, those as sure as this one were right as often as is asked. */
    MATTER_PROVEN,
    /** 事项不明: nothing tells the matter. */
    MATTER_UNKNOWN,
    /** 定位: the point lies there. */
    PLACE_POINT,
    /** 所选地点: the author or a person chose it. */
    PLACE_CHOSEN,
    /** 文中地名: the words name it. */
    PLACE_NAMED,
    /** 地点把握不足: words contradict each other about the place. */
    PLACE_UNSURE,
    /** 地点不明: nothing tells the place. */
    PLACE_UNKNOWN,
    /** 权责清单: an entry names the unit. */
    DUTY_ENTRY,
    /** 清单未列: no entry fits, the street of the place takes it. */
    NO_ENTRY_STREET,
    /** 热线承接: without a place, or without a street, the hotline desk takes it. */
    DESK,
    /** 指定单位: a person named the unit. */
    UNIT_CHOSEN,
    /** 即办: the unit met it and settled it on the spot. */
    SETTLED_ON_SPOT,
    /** 原单位重办: the unit that had it gets it again. */
    SAME_UNIT,
    /** 办理时限: where the limit comes from. */
    LIMIT
}
