package org.mulin.triage;

import java.util.List;
import org.mulin.policy.Setting;

/** What settings.csv says about how far the machine may be believed. */
public final class TriageSettings {
    /** The share of the right ones that is asked of tickets which go out without a person. */
    public static final Setting<Double> PRECISION =
            Setting.decimal("auto_dispatch_precision", Classifiers.PRECISION_WANTED, 0.5, 1);
    /** From so many tickets held back on, they tell how sure is sure. */
    public static final Setting<Integer> HELD_BACK_MIN = Setting.integer("held_back_min", 200, 50, 10_000);
    /** What was learnt from fewer confirmed tickets of a matter sends none out alone. */
    public static final Setting<Integer> CONFIRMED_MIN = Setting.integer("confirmed_min", 20, 0, 1_000);

    /** With a larger share of words that the model has hardly seen, a message goes to people. */
    public static final Setting<Double> UNFAMILIAR_MAX = Setting.decimal("unfamiliar_words_max", 0.5, 0, 1);

    static final List<Setting<?>> ALL = List.of(PRECISION, HELD_BACK_MIN, CONFIRMED_MIN, UNFAMILIAR_MAX);

    private TriageSettings() {}
}
