package org.mulin.ticket.internal;

import static org.mulin.ticket.internal.db.Tables.APPEAL;
import static org.mulin.ticket.internal.db.Tables.CALL_BACK;
import static org.mulin.ticket.internal.db.Tables.EXCLUSION;
import static org.mulin.ticket.internal.db.Tables.HISTORY;
import static org.mulin.ticket.internal.db.Tables.PART;
import static org.mulin.ticket.internal.db.Tables.TICKET_;
import static org.mulin.ticket.internal.db.Tables.VERDICT;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.mulin.base.AreaRange;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.mulin.ticket.RateKind;
import org.mulin.ticket.TicketFigures.Apart;
import org.mulin.ticket.TicketFigures.Tally;
import org.mulin.ticket.internal.db.tables.records.AppealRecord;
import org.mulin.ticket.internal.db.tables.records.CallBackRecord;
import org.mulin.ticket.internal.db.tables.records.ExclusionRecord;
import org.mulin.ticket.internal.db.tables.records.HistoryRecord;
import org.mulin.ticket.internal.db.tables.records.PartRecord;
import org.mulin.ticket.internal.db.tables.records.TicketRecord;
import org.mulin.ticket.internal.db.tables.records.VerdictRecord;

/** Counts again, naively, from the histories and verdicts: what the figures must be equal to. */
final class Recount {
    private static final Set<String> OPEN = Set.of("TRIAGE", "DISPATCHED", "ACCEPTED", "WAITING");
    /** Counted as registered, and by its appeals with the ticket that goes on; not by itself. */
    private static final String MERGED = "MERGED";

    private static final int CALLS_MAX = 3;
    private static final Set<String> COMMUNITY_KINDS = Set.of("community_committee", "grid_station");
    private static final Set<String> ANSWERS = Set.of("ACCEPT", "REPLY", "ASK", "RESOLVE");

    private final List<TicketRecord> tickets;
    private final Map<UUID, List<HistoryRecord>> histories;
    private final Map<UUID, List<PartRecord>> parts;
    private final Map<UUID, List<VerdictRecord>> verdicts;
    private final Map<UUID, List<ExclusionRecord>> exclusions;
    private final Map<UUID, List<CallBackRecord>> calls;
    private final Map<UUID, List<AppealRecord>> appeals;
    private final Units units;
    private final Instant now;

    Recount(DSLContext sql, Units units, Instant now) {
        this.units = units;
        this.now = now;
        tickets = sql.selectFrom(TICKET_).fetch();
        histories = sql.selectFrom(HISTORY).orderBy(HISTORY.NUMBER).stream()
                .collect(Collectors.groupingBy(HistoryRecord::getTicketId));
        parts = sql.selectFrom(PART).orderBy(PART.POSITION).stream()
                .collect(Collectors.groupingBy(PartRecord::getTicketId));
        exclusions = sql.selectFrom(EXCLUSION).stream().collect(Collectors.groupingBy(ExclusionRecord::getTicketId));
        calls = sql.selectFrom(CALL_BACK).stream().collect(Collectors.groupingBy(CallBackRecord::getTicketId));
        List<AppealRecord> all = sql.selectFrom(APPEAL).fetch();
        appeals = all.stream().collect(Collectors.groupingBy(AppealRecord::getTicketId));
        Map<UUID, UUID> ticketOf =
                all.stream().collect(Collectors.toMap(AppealRecord::getId, AppealRecord::getTicketId));
        verdicts = sql.selectFrom(VERDICT).stream()
                .collect(Collectors.groupingBy(verdict -> ticketOf.get(verdict.getAppealId())));
    }

    /** The unit that has the lead, or its grid, has seen and reported it, and no resident has asked for it. */
    boolean isOwnOfLead(TicketRecord ticket) {
        UUID lead = ticket.getLeadUnitId();
        Unit reporter = reporter(ticket);
        return reporter != null
                && lead != null
                && (lead.equals(reporter.id())
                        || units.byId(lead).kind().equals("community_committee")
                                && AreaRange.of(units.byId(lead).areaKey()).contains(reporter.areaKey()));
    }

    /** The same, or the area looked at is that of the community that reported it, or lies in it. */
    Predicate<TicketRecord> ownWithin(AreaRange area) {
        return ticket -> {
            Unit reporter = reporter(ticket);
            return isOwnOfLead(ticket)
                    || reporter != null && AreaRange.of(home(reporter)).contains(area);
        };
    }

    private @Nullable Unit reporter(TicketRecord ticket) {
        List<AppealRecord> of = appeals.getOrDefault(ticket.getId(), List.of());
        boolean own = of.stream()
                .allMatch(appeal -> appeal.getChannel().equals("GRID")
                        && appeal.getReporterUnitId() != null
                        && appeal.getConsent() == null);
        Unit unit = own && !of.isEmpty() ? units.byId(of.getFirst().getReporterUnitId()) : null;
        return unit != null && COMMUNITY_KINDS.contains(unit.kind()) ? unit : null;
    }

    private static String home(Unit reporter) {
        return reporter.areaKey().substring(0, "360502001001".length());
    }

    /**
     * @param part which tickets are counted
     * @param own which of them no rate counts
     */
    Tally tally(AreaRange range, Instant from, Instant to, Predicate<TicketRecord> part, Predicate<TicketRecord> own) {
        List<TicketRecord> all = tickets.stream()
                .filter(ticket -> range.contains(ticket.getAreaKey()))
                .filter(part)
                .toList();
        List<TicketRecord> born = all.stream()
                .filter(ticket -> !ticket.getOpenedAt().isBefore(from)
                        && ticket.getOpenedAt().isBefore(to))
                .toList();
        List<TicketRecord> open =
                all.stream().filter(ticket -> OPEN.contains(ticket.getStatus())).toList();
        List<TicketRecord> rated = born.stream().filter(own.negate()).toList();
        List<List<VerdictRecord>> judged = rounds(rated, RateKind.RESOLUTION);
        List<List<VerdictRecord>> scored = rounds(rated, RateKind.SATISFACTION);
        List<TicketRecord> answerable = without(rated, RateKind.RESPONSE);
        return new Tally(
                born.size(),
                open.size(),
                count(open, this::isLate),
                count(answerable, ticket -> answered(ticket) != null || isIgnored(ticket)),
                count(answerable, ticket -> Boolean.TRUE.equals(answered(ticket))),
                judged.size(),
                count(judged, round -> round.stream().allMatch(VerdictRecord::getSolved)),
                scored.size(),
                count(scored, round -> lowest(round) >= 4),
                count(scored, round -> lowest(round) == 3),
                apart(born, rated));
    }

    private Apart apart(List<TicketRecord> born, List<TicketRecord> rated) {
        return new Apart(
                count(born, ticket -> !excluded(ticket).isEmpty()),
                born.size() - without(born, RateKind.RESPONSE).size(),
                born.size() - without(born, RateKind.RESOLUTION).size(),
                born.size() - without(born, RateKind.SATISFACTION).size(),
                count(born, this::isUnreachable),
                count(without(rated, RateKind.RESOLUTION), this::isUnreachable),
                count(without(rated, RateKind.SATISFACTION), this::isUnreachable),
                born.size() - rated.size());
    }

    private List<List<VerdictRecord>> rounds(List<TicketRecord> born, RateKind rate) {
        return without(born, rate).stream()
                .map(this::latest)
                .filter(round -> !round.isEmpty())
                .toList();
    }

    private List<TicketRecord> without(List<TicketRecord> born, RateKind rate) {
        return born.stream()
                .filter(ticket -> !excluded(ticket).contains(rate.name()))
                .toList();
    }

    /** The rates of what was upheld about it and not revoked. */
    private List<String> excluded(TicketRecord ticket) {
        if (ticket.getStatus().equals(MERGED)) {
            return List.of();
        }
        return exclusions.getOrDefault(ticket.getId(), List.of()).stream()
                .filter(each -> each.getState().equals("UPHELD"))
                .flatMap(each -> Stream.of(each.getRates()))
                .toList();
    }

    /** One of its authors was called in vain in the round that goes on, and nobody has ever judged it. */
    private boolean isUnreachable(TicketRecord ticket) {
        Map<UUID, List<String>> vain = calls.getOrDefault(ticket.getId(), List.of()).stream()
                .filter(call -> call.getRound().equals(ticket.getRound()) && call.getOutcome() != null)
                .filter(call -> !call.getOutcome().equals("DROPPED"))
                .collect(Collectors.groupingBy(
                        CallBackRecord::getAppealId,
                        Collectors.mapping(CallBackRecord::getOutcome, Collectors.toList())));
        return latest(ticket).isEmpty()
                && vain.values().stream()
                        .anyMatch(all ->
                                all.size() >= CALLS_MAX || all.contains("DECLINED") || all.contains("WRONG_NUMBER"));
    }

    /** The verdicts of the latest round that somebody judged. */
    private List<VerdictRecord> latest(TicketRecord ticket) {
        List<VerdictRecord> all = verdicts.getOrDefault(ticket.getId(), List.of());
        int round = all.stream().mapToInt(VerdictRecord::getRound).max().orElse(0);
        return all.stream().filter(verdict -> verdict.getRound() == round).toList();
    }

    private static int lowest(List<VerdictRecord> round) {
        return round.stream().mapToInt(VerdictRecord::getSatisfaction).min().orElseThrow();
    }

    private boolean isLate(TicketRecord ticket) {
        return ticket.getDueAt() != null && ticket.getDueAt().isBefore(now);
    }

    private boolean isIgnored(TicketRecord ticket) {
        return ticket.getStatus().equals("DISPATCHED") && isLate(ticket);
    }

    /** Whether the first answer of a responsible unit came in time; null when there was none. */
    private @Nullable Boolean answered(TicketRecord ticket) {
        if (ticket.getStatus().equals(MERGED)) {
            return null;
        }
        HistoryRecord first = histories.getOrDefault(ticket.getId(), List.of()).stream()
                .filter(step -> step.getRole().equals("HANDLER") && ANSWERS.contains(step.getAction())
                        || step.getAction().equals("WHISTLE") && hadIt(ticket, step))
                .findFirst()
                .orElse(null);
        if (first == null) {
            return null;
        }
        PartRecord lead = leadAt(ticket, first.getAt());
        return lead.getDueAt() == null || !first.getAt().isAfter(lead.getDueAt());
    }

    private PartRecord leadAt(TicketRecord ticket, Instant at) {
        return parts.getOrDefault(ticket.getId(), List.of()).stream()
                .filter(part ->
                        part.getRole().equals("LEAD") && !part.getOpenedAt().isAfter(at))
                .max(Comparator.comparing(PartRecord::getPosition))
                .orElseThrow();
    }

    /** Who called departments together had the ticket itself. */
    private boolean hadIt(TicketRecord ticket, HistoryRecord step) {
        return leadAt(ticket, step.getAt()).getUnitId().equals(step.getUnitId());
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }
}
