package org.mulin.admission.internal;

import java.util.UUID;

/** 社区任务: what one unit asks of one community, as its life cycle sees it. */
record CommunityTask(
        UUID id, CommunityTaskStatus status, String itemName, UUID senderUnitId, UUID unitId, long version) {}
