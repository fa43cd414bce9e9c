package org.mulin.ticket.internal.dispatch;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Said;
import org.mulin.policy.Deadline;

/**
 * A decision with its reasons.
 *
 * @param automatic nobody's judgement was needed
 * @param unit null while a person has to decide
 * @param dutyEntry the entry that named the unit; null when none did
 * @param deadline of the unit, or of whoever has to decide
 */
public record DispatchDecision(
        DispatchOutcome outcome,
        boolean automatic,
        @Nullable UnitRef unit,
        List<UnitRef> assists,
        @Nullable DutyEntry dutyEntry,
        Deadline deadline,
        List<Reason> reasons) {
    public DispatchDecision {
        assists = List.copyOf(assists);
        reasons = List.copyOf(reasons);
    }

    /**
     * Why this, in the order in which it was found.
     *
     * @param said what people are told of it; reasons kept before there were codes hold their sentence as
     *     {@code text}
     */
    public record Reason(ReasonCode code, @JsonAlias("text") Said said) {}

    /** Names of the components in which the two differ. */
    public List<String> differences(DispatchDecision other) {
        List<String> names = new ArrayList<>();
        differ(names, "outcome", outcome, other.outcome);
        differ(names, "unit", unit, other.unit);
        differ(names, "assists", assists, other.assists);
        differ(names, "dutyEntry", dutyEntry, other.dutyEntry);
        differ(names, "deadline", deadline, other.deadline);
        differ(names, "reasons", reasons, other.reasons);
        differ(names, "automatic", automatic, other.automatic);
        return names;
    }

    private static void differ(List<String> names, String name, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            names.add(name);
        }
    }
}
