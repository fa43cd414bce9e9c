package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Refused;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.DecisionViews.UnitFinding;
import org.springframework.stereotype.Component;

/** Makes one text for many tickets each ticket's own: its blanks become what the ticket knows. */
@Component
class TemplateFiller {
    private final Names names;
    private final Policy policy;

    TemplateFiller(Names names, Policy policy) {
        this.names = names;
        this.policy = policy;
    }

    boolean hasBlanks(@Nullable String text) {
        return text != null && Arrays.stream(Blank.values()).anyMatch(blank -> text.contains(blank.written()));
    }

    /** @throws Refused {@code bulk-blank-open} when the ticket does not know what a blank asks for */
    String fill(String text, Ticket ticket) {
        String filled = text;
        for (Blank blank : Blank.values()) {
            if (text.contains(blank.written())) {
                String value = value(blank, ticket);
                if (value == null) {
                    throw Refused.of("bulk-blank-open", blank.written()).at("words");
                }
                filled = filled.replace(blank.written(), value);
            }
        }
        return filled;
    }

    private @Nullable String value(Blank blank, Ticket ticket) {
        UUID lead = ticket.lastLeadUnitId();
        UnitFinding unit = names.finding(lead);
        return switch (blank) {
            case NUMBER -> ticket.number();
            case UNIT -> unit == null ? null : unit.name();
            case PHONE -> unit == null ? null : unit.phone();
            case DUE -> moment(ticket.dueAt());
            case MATTER -> names.matter(ticket.matterCode());
            case PLACE -> ticket.placed() ? names.area(ticket.areaKey()) : null;
        };
    }

    private @Nullable String moment(@Nullable Instant at) {
        return at == null
                ? null
                : Texts.here(
                        Said.of("ticket.moment", at.atZone(policy.city().zone()).toLocalDateTime()));
    }
}
