package org.mulin.admission.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.admission.internal.AdmissionViews.AdmissionItemRow;
import org.mulin.admission.internal.AdmissionViews.AdmissionListView;
import org.mulin.base.Page;
import org.mulin.policy.Policy;
import org.mulin.policy.Versioned;
import org.springframework.stereotype.Component;

/** The admission list as people read it. */
@Component
class ItemReadings {
    private final Policy policy;
    private final Positions positions;
    private final AdmissionQueries requests;
    private final Clock clock;

    ItemReadings(Policy policy, Positions positions, AdmissionQueries requests, Clock clock) {
        this.policy = policy;
        this.positions = positions;
        this.requests = requests;
        this.clock = clock;
    }

    /** @param inForce only what may be asked today */
    record Filter(
            @Nullable ItemKind kind,
            @Nullable String q,
            @Nullable String sender,
            boolean inForce) {}

    /** In the order of the list. */
    AdmissionListView page(Filter filter, @Nullable String cursor, int limit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), policy.city().zone());
        Versioned<AdmissionList> list = policy.current(AdmissionTable.class);
        List<AdmissionItem> found = list.content().items().stream()
                .filter(item -> filter.kind() == null || item.kind() == filter.kind())
                .filter(item -> !filter.inForce() || item.inForce(today))
                .filter(item -> filter.sender() == null || item.senders().contains(filter.sender()))
                .filter(item -> filter.q() == null || holds(item, filter.q().strip()))
                .sorted(Comparator.comparing(AdmissionItem::kind))
                .toList();
        List<AdmissionItem> rest = cursor == null
                ? found
                : found.stream()
                        .dropWhile(item -> !mark(item).equals(cursor))
                        .skip(1)
                        .toList();
        Map<String, UUID> origins =
                requests.byNumber(found.stream().map(AdmissionItem::code).toList());
        List<AdmissionItemRow> rows = rest.stream()
                .limit(limit + 1L)
                .map(item -> row(item, list.content(), today, origins.get(item.code())))
                .toList();
        Page<AdmissionItemRow> page = Page.cut(rows, limit, row -> row.code() + "@" + row.from());
        return new AdmissionListView(list.version(), found.size(), page.items(), page.next());
    }

    private static String mark(AdmissionItem item) {
        return item.code() + "@" + item.from();
    }

    private static boolean holds(AdmissionItem item, String words) {
        return item.name().contains(words)
                || item.basis().contains(words)
                || item.about().contains(words);
    }

    private AdmissionItemRow row(AdmissionItem item, AdmissionList list, LocalDate today, @Nullable UUID request) {
        return new AdmissionItemRow(
                item.code(),
                item.name(),
                item.kind(),
                item.senders().stream().map(positions::senderName).toList(),
                item.areas().stream().map(positions::areaNameOf).toList(),
                item.basis(),
                item.about(),
                item.times(),
                item.per(),
                item.hours(),
                item.from(),
                item.to(),
                item.inForce(today),
                item.support(),
                item.costYuan(),
                item.overlaps().stream()
                        .map(code ->
                                list.find(code, today).map(AdmissionItem::name).orElse(code))
                        .toList(),
                request);
    }
}
