package org.mulin.notice.internal.delivery;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 短信网关: brings a text to a phone. The city has its own; the demo shows what a phone would show. */
interface Gateway {
    /** Whether there is one at all. */
    boolean isOpen();

    /** @throws NotTaken when the gateway does not take it */
    void send(Text text) throws NotTaken;

    /**
     * @param id the same for each try, so that a gateway can drop what comes twice
     * @param code the code in the text, null when it carries none
     */
    record Text(
            UUID id,
            String phone,
            String words,
            @Nullable String code,
            @Nullable Duration validity) {}

    /** The message is not on its way. */
    final class NotTaken extends Exception {
        private static final long serialVersionUID = 1;

        private final DeliveryFault fault;

        NotTaken(DeliveryFault fault) {
            super(fault.name(), null, false, false);
            this.fault = fault;
        }

        DeliveryFault fault() {
            return fault;
        }
    }
}
