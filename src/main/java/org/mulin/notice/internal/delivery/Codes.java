package org.mulin.notice.internal.delivery;

import java.time.Duration;
import org.mulin.access.CodeSender;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.base.Said;
import org.mulin.notice.internal.delivery.Gateway.NotTaken;
import org.springframework.stereotype.Component;

/** Codes for signing in go at once, whatever the hour and whatever anybody has chosen. */
@Component
class Codes implements CodeSender {
    private final Gateway gateway;

    Codes(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public void send(String phone, String code, Duration validity) {
        String words = Signature.signed(Said.of("message.code", code, validity.toMinutes()));
        try {
            gateway.send(new Gateway.Text(Ids.next(), phone, words, code, validity));
        } catch (NotTaken e) {
            throw Refused.of("code-not-sent");
        }
    }
}
