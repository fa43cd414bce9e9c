package org.mulin.ticket.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Refused;
import org.mulin.ticket.internal.dispatch.DispatchRules;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.ticket.internal.dispatch.UnitRef;
import org.springframework.stereotype.Component;

/**
 * 退单引用: a unit may give a ticket back only by an entry of the duty list that is about this ticket: one for its
 * matter, or one for another matter that the unit names as the right one and that makes somebody else responsible at
 * the ticket's place. Anything else would let a unit send away whatever it likes.
 */
@Component
class Citations {
    private final Dispatcher dispatcher;

    Citations(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    void check(Actor actor, Ticket ticket, Ground ground, DispatchRules rules) {
        DutyEntry cited = rules.duty()
                .find(ground.dutyEntry())
                .orElseThrow(() -> Refused.of("duty-entry-unknown").at("dutyEntry"));
        String named = ground.matterCode();
        if (named != null && rules.matters().find(named).isEmpty()) {
            throw Refused.of("matter-unknown", named).at("matterCode");
        }
        boolean own = isAbout(cited, ticket.matterCode(), rules);
        if (!own && !isAbout(cited, named, rules)) {
            throw Refused.of("return-cites-other-matter", rules.matterName(cited.matter()))
                    .at("dutyEntry");
        }
        Optional<UUID> responsible =
                dispatcher.find(cited.lead(), ticket.areaKey()).map(UnitRef::id);
        if (responsible.filter(unit -> unit.equals(actor.unitId())).isPresent()) {
            throw Refused.of("return-cites-yourself").at("dutyEntry");
        }
        if (!own && responsible.isEmpty()) {
            throw Refused.of("return-cites-nobody").at("dutyEntry");
        }
    }

    private static boolean isAbout(DutyEntry entry, @Nullable String matter, DispatchRules rules) {
        return matter != null && rules.matters().lineage(matter).contains(entry.matter());
    }
}
