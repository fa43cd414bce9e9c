package org.mulin.access;

import java.time.Duration;

/** Brings a one-time code to a phone; the notice module implements it. */
public interface CodeSender {
    /** @throws org.mulin.base.Refused {@code code-not-sent} when the gateway does not take the message */
    void send(String phone, String code, Duration validity);
}
