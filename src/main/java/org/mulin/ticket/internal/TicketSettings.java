package org.mulin.ticket.internal;

import java.util.List;
import org.mulin.policy.Limit;
import org.mulin.policy.Setting;

/** What this module reads from settings.csv. */
public final class TicketSettings {
    /** Below it a person decides the matter. */
    public static final Setting<Double> AUTO_DISPATCH_CONFIDENCE =
            Setting.decimal("auto_dispatch_confidence", 0.6, 0, 1);
    /** Below it a person decides the place. */
    public static final Setting<Double> AUTO_PLACE_CONFIDENCE = Setting.decimal("auto_place_confidence", 0.5, 0, 1);
    /** Where the duty list gives none. */
    public static final Setting<Limit> LIMIT_DEFAULT = Setting.limit("limit_default", Limit.of("5wd"));
    /** For people who decide where a ticket belongs. */
    public static final Setting<Limit> TRIAGE_LIMIT = Setting.limit("triage_limit", Limit.of("4wh"));
    /** Days after closing in which authors may have a ticket reopened. */
    public static final Setting<Integer> REOPEN_DAYS = Setting.integer("reopen_days", 15, 1, 365);
    /** Photos of one appeal, answer or result. */
    public static final Setting<Integer> PHOTOS_MAX = Setting.integer("photos_max", 6, 0, 20);
    /** Kinds of unit that residents complain about: of confidential appeals they see matter and place only. */
    public static final Setting<String> ACCUSED_KINDS = Setting.text("accused_kinds", "property_firm");

    public static final List<Setting<?>> ALL = List.of(
            AUTO_DISPATCH_CONFIDENCE,
            AUTO_PLACE_CONFIDENCE,
            LIMIT_DEFAULT,
            TRIAGE_LIMIT,
            REOPEN_DAYS,
            PHOTOS_MAX,
            ACCUSED_KINDS);

    private TicketSettings() {}
}
