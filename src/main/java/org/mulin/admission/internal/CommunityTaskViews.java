package org.mulin.admission.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What senders and communities are shown of tasks. */
final class CommunityTaskViews {
    private CommunityTaskViews() {}

    /** A community that can be sent a task, or be asked about one. */
    record SendableCommunity(UUID unitId, String name, String areaCode, String streetCode, String streetName) {}

    /** A line of the list that the actor may send today. */
    record SendableItem(
            String code,
            String name,
            int times,
            Per per,
            BigDecimal hours,
            @Nullable LocalDate to) {}

    record CommunityTaskRow(
            UUID id,
            String itemCode,
            String itemName,
            String title,
            CommunityTaskStatus status,
            LocalDate dueDay,
            boolean overdue,
            String senderName,
            String communityName,
            int forms,
            BigDecimal hoursAsked,
            @Nullable BigDecimal hoursSpent,
            Instant createdAt) {}

    /** @param words what was said with the step */
    record CommunityTaskStepView(Instant at, String action, String by, String unitName, String words) {}

    record CommunityTaskView(
            CommunityTaskRow task,
            String words,
            long listVersion,
            String basis,
            List<CommunityTaskStepView> history,
            List<CommunityTaskActionKind> allowedActions,
            long version) {}

    /** @param taskIds one for each community */
    record SendingView(UUID id, List<UUID> taskIds) {}
}
