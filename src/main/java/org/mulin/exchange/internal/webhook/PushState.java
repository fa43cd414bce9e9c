package org.mulin.exchange.internal.webhook;

/** What became of one event for one subscriber. */
enum PushState {
    /** 待推送: to be sent, or to be sent again. */
    WAITING,
    /** 已送达: the subscriber answered 2xx. */
    DELIVERED,
    /** 已停止: tried as often as allowed; somebody may send it again. */
    FAILED
}
