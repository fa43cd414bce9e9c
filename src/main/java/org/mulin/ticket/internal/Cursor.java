package org.mulin.ticket.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Malformed;

/** Where a page of a list ended: a moment and an id, opaque to callers. */
public record Cursor(Instant at, UUID id) {
    @Nullable
    public static Cursor read(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int cut = plain.indexOf('|');
            return new Cursor(Instant.parse(plain.substring(0, cut)), UUID.fromString(plain.substring(cut + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw Malformed.of("cursor", "cursor-invalid");
        }
    }

    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "|" + id).getBytes(StandardCharsets.US_ASCII));
    }
}
