package org.mulin.exchange.internal;

import java.util.List;
import org.mulin.policy.Setting;

/** What this module reads from settings.csv. */
public final class ExchangeSettings {
    /** Requests that one key may file in an hour. */
    public static final Setting<Integer> OPEN311_POSTS_PER_HOUR =
            Setting.integer("open311_posts_per_hour", 600, 1, 100_000);
    /** How often an event is sent before it is given up. */
    public static final Setting<Integer> WEBHOOK_ATTEMPTS_MAX = Setting.integer("webhook_attempts_max", 10, 1, 20);

    public static final List<Setting<?>> ALL = List.of(OPEN311_POSTS_PER_HOUR, WEBHOOK_ATTEMPTS_MAX);

    private ExchangeSettings() {}
}
