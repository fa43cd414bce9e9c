package org.mulin.insight.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.insight.internal.InsightViews.AreaRef;
import org.springframework.stereotype.Component;

/** Which part of the city somebody looks at: never more than their post reaches. */
@Component
class Scope {
    static final String READ = "insight:read";
    private static final List<String> ACTING = List.of("ticket:convene", "ticket:triage");

    private final Areas areas;

    Scope(Areas areas) {
        this.areas = areas;
    }

    /** An area at which somebody looks, with the tree it stands in. */
    record View(AreaTree tree, Area area, Area widest) {
        AreaRange range() {
            return AreaRange.of(area.key());
        }

        List<Area> children() {
            return tree.children(area.code());
        }

        List<AreaRef> path() {
            return tree.path(area.key()).stream()
                    .filter(each -> each.level().compareTo(widest.level()) >= 0)
                    .map(AreaRef::of)
                    .toList();
        }

        /** The name of the area with this key; a key that is no area's any more shows itself. */
        String name(String key) {
            return tree.byKey(key).map(Area::name).orElse(key);
        }
    }

    /**
     * @param code null: all that the actor reaches
     * @throws Absent when there is no such area, or not for this actor
     */
    View of(Actor actor, @Nullable String code) {
        actor.require(READ);
        return within(actor, code);
    }

    /** For those who act on what they see: they call units together, or decide where tickets belong. */
    View ofActing(Actor actor, @Nullable String code) {
        if (ACTING.stream().noneMatch(actor::has)) {
            actor.require(READ);
        }
        return within(actor, code);
    }

    private View within(Actor actor, @Nullable String code) {
        AreaTree tree = areas.tree();
        Area widest = tree.byKey(actor.scope().lo()).orElse(tree.city());
        Area area = code == null ? widest : tree.find(code).orElseThrow(Absent::new);
        if (!actor.scope().contains(AreaRange.of(area.key()))) {
            throw new Absent();
        }
        return new View(tree, area, widest);
    }
}
