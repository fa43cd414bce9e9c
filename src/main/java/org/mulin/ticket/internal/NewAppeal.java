package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as it comes in.
 *
 * @param externalId its id in the channel it comes from, unique there; null for the residents' page
 * @param authorId the account that filed it; null when the channel knows no account
 * @param subject may be empty
 * @param words as written, never altered; with the subject at least one character that is not blank
 * @param submittedAt when the author filed it; clocks run from the registration here
 * @param photoIds files stored by the author before
 */
public record NewAppeal(
        Channel channel,
        @Nullable String externalId,
        @Nullable UUID authorId,
        String subject,
        String words,
        Instant submittedAt,
        GivenPlace place,
        boolean confidential,
        @Nullable String contactName,
        @Nullable String contactPhone,
        List<UUID> photoIds) {
    /** Longest subject and words together, in chars. */
    public static final int WORDS_MAX = 20_000;

    public static final int EXTERNAL_ID_MAX = 200;
    public static final int CONTACT_MAX = 100;
}
