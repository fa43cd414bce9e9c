package org.mulin.admission.internal;

import java.util.List;
import org.mulin.policy.Limit;
import org.mulin.policy.Setting;

/** What a city may set about admission, in settings.csv. */
final class AdmissionSettings {
    /** Of the communities asked, so many in a hundred stop a request. */
    static final Setting<Integer> VETO_PERCENT = Setting.integer("admission_veto_percent", 50, 1, 100);
    /** How long communities have to vote. */
    static final Setting<Limit> VOTING_LIMIT = Setting.limit("admission_voting_limit", Limit.of("5wd"));
    /** Nothing stays on the list for longer without being asked for anew. */
    static final Setting<Integer> YEARS_MAX = Setting.integer("admission_years_max", 3, 1, 10);

    /**
     * From so much in common on, of what two apps are called and do, they count as doing much the same; and a task as
     * being about a line of the list.
     */
    static final Setting<Integer> ALIKE_PERCENT = Setting.integer("admission_alike_percent", 30, 1, 100);

    static final List<Setting<?>> ALL = List.of(VETO_PERCENT, VOTING_LIMIT, YEARS_MAX, ALIKE_PERCENT);

    private AdmissionSettings() {}
}
