package org.mulin.ticket.internal.open;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One appeal, as far as neighbours are counted by it.
 *
 * @param areaKey of the community, or of what is known of its place
 * @param phone blind index of the phone that was left
 * @param shown whether anybody may read it
 * @param answeredOn null while it is open
 */
record Sighting(
        String areaKey,
        String matterCode,
        UUID appealId,
        @Nullable UUID authorId,
        @Nullable String phone,
        boolean shown,
        OpenStage stage,
        LocalDate since,
        @Nullable LocalDate answeredOn) {

    /** Who it was, as the phone says, else the account. */
    Object byPhone() {
        return phone != null ? phone : authorId != null ? authorId : appealId;
    }

    /** Who it was, as the account says, else the phone. */
    Object byAccount() {
        return authorId != null ? authorId : phone != null ? phone : appealId;
    }
}
