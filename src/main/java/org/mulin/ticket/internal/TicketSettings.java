package org.mulin.ticket.internal;

import java.util.List;
import org.mulin.policy.Limit;
import org.mulin.policy.Setting;

/** What this module reads from settings.csv. */
public final class TicketSettings {
    /** Below it a person decides the matter. */
    public static final Setting<Double> AUTO_DISPATCH_CONFIDENCE =
            Setting.decimal("auto_dispatch_confidence", 0.85, 0, 1);
    /** Below it a person decides the place. */
    public static final Setting<Double> AUTO_PLACE_CONFIDENCE = Setting.decimal("auto_place_confidence", 0.5, 0, 1);
    /** As likely as that one of two matters must be, for the author to be asked which. */
    public static final Setting<Double> ASK_CONFIDENCE = Setting.decimal("ask_confidence", 0.5, 0, 1);
    /** Below it the machine's guess of the matter is not named to residents. */
    public static final Setting<Double> GUESS_SHOWN = Setting.decimal("guess_shown_confidence", 0.5, 0, 1);
    /** Below it nobody is hurried by the urgency of a matter that is only guessed. */
    public static final Setting<Double> URGENCY_CONFIDENCE = Setting.decimal("urgency_confidence", 0, 0, 1);
    /** Where the duty list gives none. */
    public static final Setting<Limit> LIMIT_DEFAULT = Setting.limit("limit_default", Limit.of("5wd"));
    /** At most so long for an urgent matter without an entry, and to decide where it belongs; absent: no shortening. */
    public static final Setting<Limit> LIMIT_URGENT = Setting.limit("limit_urgent", Limit.of("5wd"));
    /** The same for an emergency. */
    public static final Setting<Limit> LIMIT_EMERGENCY = Setting.limit("limit_emergency", Limit.of("5wd"));
    /** For people who decide where a ticket belongs. */
    public static final Setting<Limit> TRIAGE_LIMIT = Setting.limit("triage_limit", Limit.of("4wh"));
    /** Days after closing in which authors may have a ticket reopened. */
    public static final Setting<Integer> REOPEN_DAYS = Setting.integer("reopen_days", 15, 1, 365);
    /** Days after declining in which authors may ask for a review. */
    public static final Setting<Integer> REVIEW_DAYS = Setting.integer("decline_review_days", 15, 1, 365);
    /** By when a review is decided. */
    public static final Setting<Limit> REVIEW_LIMIT = Setting.limit("decline_review_limit", Limit.of("5wd"));
    /** Who decides: units or kinds of unit as in the duty list, the first of them that did not decline itself. */
    public static final Setting<String> REVIEWERS =
            Setting.text("decline_reviewers", "kind:street_office;kind:government_service");
    /** Photos of one appeal, answer or result. */
    public static final Setting<Integer> PHOTOS_MAX = Setting.integer("photos_max", 6, 0, 20);
    /** Days back to which a new account finds what staff took down for its number; numbers get other owners. */
    public static final Setting<Integer> FILED_BEFORE = Setting.integer("filed_before_days", 180, 0, 3_650);
    /** Appeals that one account may file within 24 hours; it keeps one angry phone from drowning a desk. */
    public static final Setting<Integer> APPEALS_PER_DAY = Setting.integer("appeals_per_day_max", 20, 1, 1_000);
    /** How much of the time is left, in percent, when a deadline is near. */
    public static final Setting<Integer> DEADLINE_WARNING = Setting.integer("deadline_warning_percent", 20, 1, 90);
    /** Tickets that one bulk act takes at most. */
    public static final Setting<Integer> BULK_TICKETS = Setting.integer("bulk_tickets_max", 100, 2, 500);
    /** Filters that one person keeps at most. */
    public static final Setting<Integer> SAVED_FILTERS = Setting.integer("saved_filters_max", 20, 1, 50);
    /** Tickets of one exported list. */
    public static final Setting<Integer> EXPORT_ROWS = Setting.integer("export_rows_max", 10_000, 1, 100_000);
    /** Lists that one account exports within 24 hours. */
    public static final Setting<Integer> EXPORTS_PER_DAY = Setting.integer("exports_per_day_max", 20, 1, 1_000);
    /** Kinds of unit that residents complain about: of confidential appeals they see matter and place only. */
    public static final Setting<String> ACCUSED_KINDS = Setting.text("accused_kinds", "property_firm");

    /** Readings of public matters by one address or account within ten minutes. */
    public static final Setting<Integer> OPEN_READS = Setting.integer("open_reads_max", 600, 10, 100_000);
    /** Fewer people than these are not told to neighbours; a city may only ask for more than three. */
    public static final Setting<Integer> NEARBY_PEOPLE_MIN = Setting.integer("nearby_people_min", 3, 3, 100);

    /** For deciding about a suspension that has come up for review; then its clock goes on by itself. */
    public static final Setting<Limit> SUSPENSION_REVIEW = Setting.limit("suspension_review_limit", Limit.of("1wd"));
    /** By when a department that is called says that it comes. */
    public static final Setting<Limit> WHISTLE_CONFIRM = Setting.limit("whistle_confirm_limit", Limit.of("2wh"));
    /** By when the street decides on an objection to a whistle. */
    public static final Setting<Limit> OBJECTION_LIMIT = Setting.limit("objection_limit", Limit.of("4wh"));
    /** Days of silence after which residents with a page are asked by phone too; the others are asked at once. */
    public static final Setting<Integer> CALL_BACK_AFTER = Setting.integer("call_back_after_days", 3, 0, 60);
    /** Calls in vain, after which a resident counts as out of reach. */
    public static final Setting<Integer> CALL_BACK_TIMES = Setting.integer("call_back_times_max", 3, 1, 10);
    /** Tickets that one whistle holds at most. */
    public static final Setting<Integer> WHISTLE_TICKETS = Setting.integer("whistle_tickets_max", 20, 1, 100);

    /** How far from the meeting place a check-in may be made to count. */
    public static final Setting<Integer> CHECKIN_METRES = Setting.integer("checkin_max_metres", 500, 20, 50_000);

    /** Whoever is in danger writes few letters: long letters only speak of dangers. */
    public static final Setting<Integer> EMERGENCY_LETTERS = Setting.integer("emergency_letters_max", 150, 20, 10_000);

    public static final List<Setting<?>> ALL = List.of(
            AUTO_DISPATCH_CONFIDENCE,
            AUTO_PLACE_CONFIDENCE,
            ASK_CONFIDENCE,
            GUESS_SHOWN,
            URGENCY_CONFIDENCE,
            LIMIT_DEFAULT,
            LIMIT_URGENT,
            LIMIT_EMERGENCY,
            TRIAGE_LIMIT,
            REOPEN_DAYS,
            REVIEW_DAYS,
            REVIEW_LIMIT,
            REVIEWERS,
            PHOTOS_MAX,
            FILED_BEFORE,
            APPEALS_PER_DAY,
            DEADLINE_WARNING,
            BULK_TICKETS,
            SAVED_FILTERS,
            EXPORT_ROWS,
            EXPORTS_PER_DAY,
            ACCUSED_KINDS,
            OPEN_READS,
            NEARBY_PEOPLE_MIN,
            SUSPENSION_REVIEW,
            WHISTLE_CONFIRM,
            OBJECTION_LIMIT,
            CALL_BACK_AFTER,
            CALL_BACK_TIMES,
            WHISTLE_TICKETS,
            CHECKIN_METRES,
            EMERGENCY_LETTERS);

    private TicketSettings() {}
}
