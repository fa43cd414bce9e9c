package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.Channel;

/**
 * An appeal as it comes in.
 *
 * @param externalId its id in the channel it comes from, unique there; null for the residents' page
 * @param authorId the account that filed it; null when the channel knows no account
 * @param subject may be empty
 * @param words as written, never altered; with the subject at least one character that is not blank
 * @param submittedAt when the author filed it; clocks run from the registration here
 * @param photoIds files stored by the author before
 * @param matterCode a leaf of the catalogue that the author chose; null leaves it to the reading
 * @param reporter the member of staff who brings it in; null when nobody stands between author and city
 * @param upstream null when no other platform has a say
 * @param open the author wants it to be seen in public; never together with confidential
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
        List<UUID> photoIds,
        @Nullable String matterCode,
        boolean open,
        @Nullable Reporter reporter,
        @Nullable Upstream upstream) {
    /**
     * What another platform says about the clock of what it sends.
     *
     * @param dueAt null when it sets none: then nobody's clock runs until a unit has it here
     */
    public record Upstream(@Nullable Instant dueAt) {}

    /** Longest subject and words together, in chars. */
    public static final int WORDS_MAX = 20_000;

    public static final int EXTERNAL_ID_MAX = 200;
    public static final int CONTACT_MAX = 100;

    /** No other platform has a say. */
    public NewAppeal(
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
            List<UUID> photoIds,
            @Nullable String matterCode,
            boolean open,
            @Nullable Reporter reporter) {
        this(
                channel,
                externalId,
                authorId,
                subject,
                words,
                submittedAt,
                place,
                confidential,
                contactName,
                contactPhone,
                photoIds,
                matterCode,
                open,
                reporter,
                null);
    }

    /** The author chose no matter, said nothing of the public, and brings it in alone. */
    public NewAppeal(
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
        this(
                channel,
                externalId,
                authorId,
                subject,
                words,
                submittedAt,
                place,
                confidential,
                contactName,
                contactPhone,
                photoIds,
                null,
                false,
                null);
    }

    /** The same appeal, about a matter that was chosen on taking it. */
    public NewAppeal about(@Nullable String matter) {
        return with(authorId, matter, reporter);
    }

    /** The same appeal, brought in by somebody for its author. */
    NewAppeal broughtIn(Reporter by, @Nullable UUID author) {
        return with(author, matterCode, by);
    }

    private NewAppeal with(@Nullable UUID author, @Nullable String matter, @Nullable Reporter by) {
        return new NewAppeal(
                channel,
                externalId,
                author,
                subject,
                words,
                submittedAt,
                place,
                confidential,
                contactName,
                contactPhone,
                photoIds,
                matter,
                open,
                by,
                upstream);
    }

    /** The same appeal, with what another platform says about its clock. */
    public NewAppeal clockedBy(Upstream platform) {
        return new NewAppeal(
                channel,
                externalId,
                authorId,
                subject,
                words,
                submittedAt,
                place,
                confidential,
                contactName,
                contactPhone,
                photoIds,
                matterCode,
                open,
                reporter,
                platform);
    }
}
