package org.mulin.ticket.internal.joint;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.ticket.internal.JointSteps;

/** In what capacities somebody acts in a whistle. */
final class JointRoles {
    private JointRoles() {}

    /** @param call null for the whole */
    static Set<JointRole> of(Actor actor, Whistle whistle, @Nullable Call call) {
        Set<JointRole> roles = EnumSet.noneOf(JointRole.class);
        UUID unit = actor.unitId();
        if (actor.kind() == Actor.Kind.SYSTEM) {
            roles.add(JointRole.SYSTEM);
        }
        if (unit == null) {
            return roles;
        }
        boolean convenes = unit.equals(whistle.convenerUnitId());
        boolean comes = call != null && unit.equals(call.unitId());
        if (convenes && JointSteps.convenes(actor)) {
            roles.add(JointRole.CONVENER);
        }
        if (comes && JointSteps.handles(actor)) {
            roles.add(JointRole.DEPARTMENT);
        }
        if (!convenes && !whistle.calls(unit) && JointSteps.reviews(actor, whistle.areaKey())) {
            roles.add(JointRole.REVIEWER);
        }
        return roles;
    }
}
