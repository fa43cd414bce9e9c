package org.mulin.audit.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.jspecify.annotations.Nullable;

/** One entry of the trail and the hash that ties it to the one before. */
record AuditEntry(
        UUID id,
        Instant at,
        UUID actorId,
        String actorName,
        @Nullable UUID unitId,
        String action,
        String subjectType,
        String subjectId,
        @Nullable String purpose,
        @Nullable String detail) {

    /** SM3 over the hash before and every field, each with its length so that fields cannot flow into each other. */
    byte[] hash(byte[] before) {
        MessageDigest digest = new SM3.Digest();
        digest.update(before);
        for (Object field :
                Arrays.asList(id, at, actorId, actorName, unitId, action, subjectType, subjectId, purpose, detail)) {
            byte[] bytes = String.valueOf(field).getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return digest.digest();
    }
}
