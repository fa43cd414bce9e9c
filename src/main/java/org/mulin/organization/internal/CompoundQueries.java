package org.mulin.organization.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Absent;
import org.mulin.base.AreaRange;
import org.mulin.organization.CompoundsTable;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;

@Component
class CompoundQueries {
    private static final int COMPOUNDS_MAX = 1_000;

    private final Policy policy;
    private final Areas areas;
    private final Units units;

    CompoundQueries(Policy policy, Areas areas, Units units) {
        this.policy = policy;
        this.areas = areas;
        this.units = units;
    }

    /** What a compound lacks of the 3 in 1+3+N. */
    enum Missing {
        PROPERTY_FIRM,
        OWNERS_COMMITTEE,
        PARTY_ORGANIZATION
    }

    /**
     * @param residentsCommittee name of the residents' committee it belongs to
     * @param partyMajority at least half of the owners' committee are party members
     */
    record CompoundView(
            String name,
            String areaCode,
            String areaName,
            int households,
            @Nullable Integer built,
            @Nullable String residentsCommittee,
            @Nullable String propertyFirm,
            boolean ownersCommittee,
            boolean partyOrganization,
            boolean partyMajority,
            List<Missing> missing) {}

    List<CompoundView> compounds(String areaCode) {
        AreaTree tree = areas.tree();
        AreaRange range =
                AreaRange.of(tree.find(areaCode).orElseThrow(Absent::new).key());
        var views = new ArrayList<CompoundView>();
        for (CompoundsTable.Entry entry : policy.current(CompoundsTable.class).content()) {
            Area area = tree.find(entry.areaCode()).orElseThrow();
            if (range.contains(area.key()) && views.size() < COMPOUNDS_MAX) {
                views.add(view(entry, area));
            }
        }
        return views;
    }

    private CompoundView view(CompoundsTable.Entry entry, Area area) {
        return new CompoundView(
                entry.name(),
                area.code(),
                area.name(),
                entry.households(),
                entry.built(),
                units.nearest(Unit.COMMUNITY_COMMITTEE, area.key())
                        .map(Unit::name)
                        .orElse(null),
                entry.firm() == null
                        ? null
                        : units.byCode(entry.firm()).map(Unit::name).orElse(null),
                entry.ownersCommittee(),
                entry.partyOrganization(),
                entry.partyMajority(),
                missing(entry));
    }

    private static List<Missing> missing(CompoundsTable.Entry entry) {
        var missing = new ArrayList<Missing>();
        if (entry.firm() == null) {
            missing.add(Missing.PROPERTY_FIRM);
        }
        if (!entry.ownersCommittee()) {
            missing.add(Missing.OWNERS_COMMITTEE);
        }
        if (!entry.partyOrganization()) {
            missing.add(Missing.PARTY_ORGANIZATION);
        }
        return List.copyOf(missing);
    }
}
