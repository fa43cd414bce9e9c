package org.mulin.exchange.internal.open311;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.ticket.OpenSearch;
import org.mulin.ticket.OpenTickets;
import org.mulin.ticket.TicketStatus;

/**
 * What a list of requests asks for: {@code service_request_id} overrides everything else; else at most 90 days, the
 * last ones unless it says otherwise.
 *
 * @param numbers empty unless requests are asked for by id
 */
record Search(List<String> numbers, OpenSearch criteria) {
    static final Duration SPAN_MAX = Duration.ofDays(90);
    private static final int LIST_MAX = 200;
    private static final int PAGE_MAX = 1_000;
    private static final int NUMBER_CHARS_MAX = 9;
    private static final int DATE_CHARS_MAX = 40;

    /** Where a status of the standard stands in the life of a ticket: the unit's report closes, a reopening opens. */
    enum Status {
        OPEN,
        CLOSED;

        static Status of(TicketStatus status) {
            return status.isEnd() || status == TicketStatus.RESOLVED ? CLOSED : OPEN;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Search read(Parameters given, Services services, Instant now) {
        List<String> numbers = given.list("service_request_id", LIST_MAX);
        if (!numbers.isEmpty()) {
            return new Search(numbers, new OpenSearch(Set.of(), Set.of(), now, now, 0, 0));
        }
        List<String> codes = given.list("service_code", LIST_MAX);
        if (codes.stream().anyMatch(code -> services.find(code).isEmpty())) {
            given.find("open311-service-unknown");
        }
        Set<TicketStatus> statuses = statuses(given);
        Optional<Instant> start = moment(given, "start_date");
        Optional<Instant> end = moment(given, "end_date");
        Instant to = end.orElseGet(() -> start.map(from -> from.plus(SPAN_MAX)).orElse(now));
        Instant from = start.orElseGet(() -> to.minus(SPAN_MAX));
        if (from.isAfter(to)) {
            given.find("open311-date-order");
        } else if (Duration.between(from, to).compareTo(SPAN_MAX) > 0) {
            given.find("open311-date-span", SPAN_MAX.toDays());
        }
        int size = number(given, "page_size", OpenTickets.FIND_MAX, OpenTickets.FIND_MAX);
        int page = number(given, "page", 1, PAGE_MAX);
        OpenSearch criteria =
                new OpenSearch(Set.copyOf(codes), statuses, from, to, Math.multiplyExact(page - 1, size), size);
        return new Search(List.of(), criteria);
    }

    private static Set<TicketStatus> statuses(Parameters given) {
        Set<TicketStatus> wanted = EnumSet.noneOf(TicketStatus.class);
        for (String word : given.list("status", LIST_MAX)) {
            Set<TicketStatus> found = Arrays.stream(TicketStatus.values())
                    .filter(each -> Status.of(each).word().equals(word))
                    .collect(Collectors.toSet());
            if (found.isEmpty()) {
                given.find("open311-status");
            }
            wanted.addAll(found);
        }
        return wanted;
    }

    private static Optional<Instant> moment(Parameters given, String name) {
        String text = given.one(name, DATE_CHARS_MAX);
        if (text == null) {
            return Optional.empty();
        }
        Optional<Instant> moment = Moments.read(text);
        if (moment.isEmpty()) {
            given.find("open311-date", name);
        }
        return moment;
    }

    private static int number(Parameters given, String name, int fallback, int max) {
        @Nullable String text = given.one(name, NUMBER_CHARS_MAX);
        if (text == null) {
            return fallback;
        }
        int number = text.matches("[0-9]+") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > max) {
            given.find("open311-page", name, max);
            return fallback;
        }
        return number;
    }
}
