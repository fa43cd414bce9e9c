package org.mulin.ticket.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.Areas;
import org.mulin.organization.Post;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.dispatch.DutyEntry;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.stereotype.Component;

/** Names of what tickets point to; all from memory, so that lists need no further query. */
@Component
class Names {
    private final Policy policy;
    private final Areas areas;
    private final Units units;

    Names(Policy policy, Areas areas, Units units) {
        this.policy = policy;
        this.areas = areas;
        this.units = units;
    }

    @Nullable
    String matter(@Nullable String code) {
        return code == null
                ? null
                : policy.current(MattersTable.class)
                        .content()
                        .find(code)
                        .map(Matter::name)
                        .orElse(code);
    }

    /** From the city down to the place. */
    List<String> areaPath(String key) {
        return areas.tree().path(key).stream().map(Area::name).toList();
    }

    @Nullable
    String area(String key) {
        return areas.tree().byKey(key).map(Area::name).orElse(null);
    }

    Unit unit(UUID id) {
        return units.byId(id);
    }

    @Nullable
    String unitName(@Nullable UUID id) {
        return id == null ? null : units.byId(id).name();
    }

    /** Whom a duty-list reference means: a unit, or a kind of unit. */
    String duty(String reference) {
        return reference.startsWith(DutyEntry.KIND)
                ? units.kindName(reference.substring(DutyEntry.KIND.length()))
                : units.byCode(reference).map(Unit::name).orElse(reference);
    }

    /** The title of a post of a unit. */
    @Nullable
    String post(UUID unitId, @Nullable UUID postId) {
        return units.posts(unitId).stream()
                .filter(post -> post.id().equals(postId))
                .map(Post::title)
                .findFirst()
                .orElse(null);
    }

    /** Whether this unit is of a kind that residents complain about. */
    boolean isAccused(@Nullable UUID unitId) {
        return unitId != null
                && List.of(policy.setting(TicketSettings.ACCUSED_KINDS).split(";"))
                        .contains(units.byId(unitId).kind());
    }
}
