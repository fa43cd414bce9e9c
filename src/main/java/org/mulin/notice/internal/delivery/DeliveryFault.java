package org.mulin.notice.internal.delivery;

/** Why a message was not sent. */
enum DeliveryFault {
    /** 短信网关无法连接. */
    UNREACHABLE,
    /** 短信网关故障: the gateway answers that it cannot now. */
    BUSY,
    /** 短信网关拒收: the gateway refuses this message. */
    REFUSED,
    /** 没有手机号码. */
    NO_PHONE,
    /** 对方已关闭提醒, or may no longer see the ticket. */
    UNWANTED,
    /** 已过时效. */
    LATE
}
