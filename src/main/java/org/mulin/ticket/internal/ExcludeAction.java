package org.mulin.ticket.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.ExclusionAction;
import org.mulin.ticket.RateKind;

/**
 * What is done about leaving the ticket out of the rates; the exclusion's own table has allowed it.
 *
 * @param unitId the unit that asks or asked
 * @param reason its name in the pack
 * @param rates that leave it out by the exclusion, once it is upheld
 */
record ExcludeAction(
        UUID exclusionId,
        ExclusionAction step,
        UUID unitId,
        String reason,
        Set<RateKind> rates,
        @Nullable String words,
        List<UUID> photoIds)
        implements TicketAction {
    ExcludeAction {
        rates = Set.copyOf(rates);
        photoIds = List.copyOf(photoIds);
    }

    @Override
    public ActionKind kind() {
        return ActionKind.EXCLUDE;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("exclusion", exclusionId.toString(), "step", step.name(), "reason", reason);
    }

    /** Whether it changes what the rates count. */
    boolean decides() {
        return step == ExclusionAction.UPHOLD || step == ExclusionAction.REVOKE;
    }

    /** The rates that leave the ticket out after it; null when none does. */
    String @Nullable [] excluded() {
        return step == ExclusionAction.UPHOLD
                ? rates.stream().sorted().map(Enum::name).toArray(String[]::new)
                : null;
    }
}
