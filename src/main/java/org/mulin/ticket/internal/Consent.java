package org.mulin.ticket.internal;

/** 代办同意方式: how a resident agreed to have it filed by somebody else. */
enum Consent {
    /** 当面. */
    PRESENT,
    /** 录音. */
    VOICE,
    /** 书面. */
    PAPER
}
