package org.mulin.insight.internal;

import org.mulin.policy.Setting;

/** What this module reads from settings.csv. */
final class InsightSettings {
    /** So many complaints of one kind, and nothing reported by the grids, make a silent spot. */
    static final Setting<Integer> SILENT_SPOT_FROM = Setting.integer("silent_spot_from", 3, 1, 1_000);

    private InsightSettings() {}
}
