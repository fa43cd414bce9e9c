package org.mulin.exchange.internal.open311;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.access.RateLimits;
import org.mulin.area.Area;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Said;
import org.mulin.base.Texts;
import org.mulin.exchange.internal.ExchangeSettings;
import org.mulin.exchange.internal.KeyHolder;
import org.mulin.exchange.internal.open311.Open311Views.RequestView;
import org.mulin.exchange.internal.open311.Search.Status;
import org.mulin.organization.Units;
import org.mulin.policy.Policy;
import org.mulin.ticket.OpenTicket;
import org.mulin.ticket.OpenTickets;
import org.mulin.triage.Point;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files requests and shows them as the standard wants them. */
@Service
class RequestService {
    private static final Duration HOUR = Duration.ofHours(1);

    private final OpenTickets tickets;
    private final FilingRepository filings;
    private final Services services;
    private final Units units;
    private final Areas areas;
    private final Policy policy;
    private final RateLimits limits;
    private final Clock clock;

    RequestService(
            OpenTickets tickets,
            FilingRepository filings,
            Services services,
            Units units,
            Areas areas,
            Policy policy,
            RateLimits limits,
            Clock clock) {
        this.tickets = tickets;
        this.filings = filings;
        this.services = services;
        this.units = units;
        this.areas = areas;
        this.policy = policy;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws org.mulin.base.Refused {@code too-many-requests} when the key has filed its share of this hour */
    void count(KeyHolder holder) {
        limits.count("open311:" + holder.keyId(), policy.setting(ExchangeSettings.OPEN311_POSTS_PER_HOUR), HOUR);
    }

    @Transactional
    OpenTickets.Filed file(KeyHolder holder, NewRequest request) {
        OpenTickets.Filed filed = tickets.file(holder.actor(), request.appeal());
        filings.insert(filed.appealId(), holder.keyId(), request.mediaUrl(), clock.instant());
        return filed;
    }

    List<RequestView> find(Search search, Locale locale) {
        return views(
                search.numbers().isEmpty() ? tickets.find(search.criteria()) : tickets.numbered(search.numbers()),
                locale);
    }

    /** Empty when nobody may read it. */
    List<RequestView> numbered(String number, Locale locale) {
        return views(tickets.numbered(List.of(number)), locale);
    }

    private List<RequestView> views(List<OpenTicket> found, Locale locale) {
        Map<UUID, String> media =
                filings.mediaUrls(found.stream().map(OpenTicket::appealId).toList());
        ZoneId zone = policy.city().zone();
        AreaTree tree = areas.tree();
        List<RequestView> views = new ArrayList<>();
        for (OpenTicket ticket : found) {
            Status status = Status.of(ticket.status());
            Point point = ticket.point();
            views.add(new RequestView(
                    ticket.number(),
                    status.word(),
                    Texts.in(locale, notes(ticket)),
                    services.name(ticket.matterCode()),
                    ticket.matterCode(),
                    ticket.words(),
                    ticket.unitId() == null ? null : units.byId(ticket.unitId()).name(),
                    status == Status.OPEN ? notice(ticket, zone, locale) : null,
                    Moments.show(ticket.submittedAt(), zone),
                    Moments.show(ticket.updatedAt(), zone),
                    ticket.dueAt() == null ? null : Moments.show(ticket.dueAt(), zone),
                    address(ticket, tree),
                    ticket.placed()
                            ? tree.byKey(ticket.areaKey()).map(Area::code).orElse(null)
                            : null,
                    null,
                    point == null ? null : point.lat(),
                    point == null ? null : point.lon(),
                    media.get(ticket.appealId())));
        }
        return views;
    }

    private static Said notes(OpenTicket ticket) {
        String into = ticket.mergedInto();
        return into == null ? Said.of(ticket.status().textCode()) : Said.of("open311.merged", into);
    }

    private @Nullable String notice(OpenTicket ticket, ZoneId zone, Locale locale) {
        if (ticket.unitId() == null || ticket.dueAt() == null) {
            return Texts.in(locale, Said.of("open311.notice.triage"));
        }
        LocalDateTime due = LocalDateTime.ofInstant(ticket.dueAt(), zone).truncatedTo(ChronoUnit.MINUTES);
        String unit = units.byId(ticket.unitId()).name();
        return Texts.in(locale, Said.of("open311.notice.dispatched", unit, due));
    }

    /** From the most specific to the most general. */
    private static String address(OpenTicket ticket, AreaTree tree) {
        List<String> names = new ArrayList<>(
                tree.path(ticket.areaKey()).stream().map(Area::name).toList());
        Collections.reverse(names);
        if (ticket.placeText() != null) {
            names.addFirst(ticket.placeText());
        }
        return String.join(", ", names);
    }
}
