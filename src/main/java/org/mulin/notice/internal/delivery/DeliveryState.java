package org.mulin.notice.internal.delivery;

/** What became of a message to a phone. */
enum DeliveryState {
    /** 待发送: it is to be sent, or to be tried again. */
    WAITING,
    /** 已发送: the gateway took it. */
    SENT,
    /** 已搁置: tried in vain too often; somebody looks after it. */
    PARKED,
    /** 未发送: not wanted any more, no phone, or too late to be of use. */
    DROPPED
}
