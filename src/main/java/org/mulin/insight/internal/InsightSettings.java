package org.mulin.insight.internal;

import java.util.List;
import org.mulin.policy.Policy;
import org.mulin.policy.Setting;
import org.mulin.triage.HotRule;

/** What this module reads from settings.csv. */
final class InsightSettings {
    /** So many complaints of one kind, and nothing reported by the grids, make a silent spot. */
    static final Setting<Integer> SILENT_SPOT_FROM = Setting.integer("silent_spot_from", 3, 1, 1_000);

    /** From so many people on the same thing is a hot issue. */
    static final Setting<Integer> HOT_PEOPLE = Setting.integer("hot_people_min", 3, 2, 1_000);
    /** From so many people on the street and the hotline desk are told. */
    static final Setting<Integer> HOT_ALARM = Setting.integer("hot_alarm_people", 5, 2, 10_000);
    /** What each person adds to the heat of an issue. */
    static final Setting<Double> HOT_PERSON = Setting.decimal("hot_weight_person", 1, 0, 100);
    /** What each further appeal of the same person adds. */
    static final Setting<Double> HOT_REPEAT = Setting.decimal("hot_weight_repeat", 0.2, 0, 100);

    static final List<Setting<?>> ALL = List.of(SILENT_SPOT_FROM, HOT_PEOPLE, HOT_ALARM, HOT_PERSON, HOT_REPEAT);

    private InsightSettings() {}

    static HotRule hotRule(Policy policy) {
        return new HotRule(
                policy.setting(HOT_PEOPLE),
                policy.setting(HOT_PERSON),
                policy.setting(HOT_REPEAT),
                HotRule.DEFAULT.like());
    }
}
