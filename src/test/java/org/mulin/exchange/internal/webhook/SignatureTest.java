package org.mulin.exchange.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** Reckoned by another program (openssl) from the same secret, id, moment and body. */
    @Test
    void isWhatReceiversReckon() {
        String secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        assertThat(Signature.of(secret, "msg_1", 1_700_000_000L, "{\"a\":\"灯\"}"))
                .isEqualTo("v1,/0hkgfDh6A5MSEBZk5tMAM59G7oDJBuLi7v+mbIvDBM=");
    }

    @Test
    void everySecretIsItsOwn() {
        SecureRandom random = new SecureRandom();
        assertThat(Signature.newSecret(random))
                .matches("whsec_[A-Za-z0-9+/]{43}=")
                .isNotEqualTo(Signature.newSecret(random));
    }
}
