package org.mulin.exchange.internal.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a receiver knows that a message is ours and fresh: HMAC-SHA256 over {@code id.timestamp.body}, as Standard
 * Webhooks has it.
 */
final class Signature {
    private static final String SECRET = "whsec_";
    private static final String VERSION = "v1,";
    private static final int SECRET_BYTES = 32;

    private Signature() {}

    static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return SECRET + Base64.getEncoder().encodeToString(bytes);
    }

    static String of(String secret, String id, long timestamp_s, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(SECRET.length()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] hash = mac.doFinal((id + "." + timestamp_s + "." + body).getBytes(StandardCharsets.UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
