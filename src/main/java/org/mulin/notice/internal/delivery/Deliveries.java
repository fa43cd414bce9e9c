package org.mulin.notice.internal.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.policy.Policy;
import org.springframework.stereotype.Component;

/** Takes what is to be told by phone, in the transaction that is open; it is sent after the commit, by any node. */
@Component
public class Deliveries {
    private final DeliveryRepository deliveries;
    private final PreferenceRepository preferences;
    private final Gateway gateway;
    private final Policy policy;
    private final Clock clock;

    Deliveries(
            DeliveryRepository deliveries,
            PreferenceRepository preferences,
            Gateway gateway,
            Policy policy,
            Clock clock) {
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.gateway = gateway;
        this.policy = policy;
        this.clock = clock;
    }

    /** Whether anything can be told by phone. */
    public boolean isOpen() {
        return gateway.isOpen();
    }

    /** Whether the city tells its residents of this step by phone. */
    public boolean isTold(ProgressStep step) {
        return isOpen() && policy.current(MessagesTable.class).content().contains(step);
    }

    /** Those of the staff who want to be told by phone. */
    public Set<UUID> wanting(Collection<UUID> staff) {
        return preferences.having(staff, true);
    }

    /** Keeps what is to be sent; authors who want no messages, or left no phone, are passed over. */
    public void accept(List<Outgoing> all) {
        Set<UUID> authors = all.stream()
                .filter(each -> !each.isForStaff())
                .map(Outgoing::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> silent = preferences.having(authors, false);
        List<Outgoing> wanted =
                all.stream().filter(each -> !isSilent(each, silent)).toList();
        Instant now = clock.instant();
        deliveries.insert(wanted, now, quietHours().next(now));
    }

    private static boolean isSilent(Outgoing outgoing, Set<UUID> silent) {
        @Nullable UUID account = outgoing.accountId();
        return !outgoing.isForStaff() && account != null && silent.contains(account);
    }

    QuietHours quietHours() {
        return new QuietHours(
                policy.setting(MessagesTable.QUIET_FROM),
                policy.setting(MessagesTable.QUIET_TO),
                policy.city().zone());
    }
}
