package org.mulin.ticket.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Problems;
import org.mulin.base.Refused;
import org.mulin.base.Stale;
import org.mulin.base.Written;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.BulkViews.BulkDeedView;
import org.mulin.ticket.internal.BulkViews.BulkOutcome;
import org.mulin.ticket.internal.BulkViews.BulkPlanView;
import org.mulin.ticket.internal.BulkViews.BulkResultRow;
import org.mulin.ticket.internal.BulkViews.BulkStep;
import org.mulin.ticket.internal.BulkViews.BulkTarget;
import org.mulin.ticket.internal.BulkViews.BulkTicketRow;
import org.mulin.ticket.internal.TicketService.Target;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * 批量办理: one step of the life cycle, taken for many tickets one after another, each in its own transaction with its
 * own version and key, so that one that cannot be done holds none of the others up.
 */
@Service
class BulkService {
    /** The steps that make sense without looking at each ticket: no result to be shown, no ground to be cited. */
    private static final List<ActionKind> IN_BULK =
            List.of(ActionKind.ACCEPT, ActionKind.ASSIGN, ActionKind.REPLY, ActionKind.TRANSFER, ActionKind.CLOSE);

    private final TicketReadQueries reading;
    private final TicketService service;
    private final TemplateFiller filler;
    private final Names names;
    private final Policy policy;
    private final Problems problems;
    private final Clock clock;

    BulkService(
            TicketReadQueries reading,
            TicketService service,
            TemplateFiller filler,
            Names names,
            Policy policy,
            Problems problems,
            Clock clock) {
        this.reading = reading;
        this.service = service;
        this.filler = filler;
        this.names = names;
        this.policy = policy;
        this.problems = problems;
        this.clock = clock;
    }

    /** What could be done to all of the selected; a fixed number of statements. */
    BulkPlanView plan(Actor actor, Collection<UUID> ids) {
        checkCount(ids.size());
        Instant now = clock.instant();
        Map<UUID, BulkTicketRow> found = reading.findAll(ids, actor).stream()
                .map(ticket -> row(ticket, actor, now))
                .collect(Collectors.toMap(BulkTicketRow::id, Function.identity()));
        List<BulkTicketRow> rows =
                ids.stream().distinct().flatMap(id -> find(found, id)).toList();
        List<ActionKind> allowed = IN_BULK.stream()
                .filter(kind -> !rows.isEmpty() && rows.stream().allMatch(row -> allows(row, kind)))
                .toList();
        return new BulkPlanView(policy.setting(TicketSettings.BULK_TICKETS), actor.unitId(), allowed, rows);
    }

    /** Takes the step for each of them. @param key of the whole; each ticket gets its own, derived from it */
    List<BulkResultRow> take(Actor actor, String key, BulkStep step) {
        checkCount(step.tickets().size());
        checkInputs(step);
        Map<UUID, Ticket> seen = step.action() == ActionKind.REPLY && filler.hasBlanks(step.words())
                ? reading.findAll(step.tickets().stream().map(BulkTarget::id).toList(), actor).stream()
                        .collect(Collectors.toMap(Ticket::id, Function.identity()))
                : Map.of();
        List<BulkResultRow> results = new ArrayList<>();
        for (BulkTarget target : step.tickets()) {
            results.add(one(actor, key, step, target, seen.get(target.id())));
        }
        return results;
    }

    private BulkResultRow one(Actor actor, String key, BulkStep step, BulkTarget target, @Nullable Ticket seen) {
        try {
            take(actor, step, new Target(target.id(), target.version(), key + ":" + target.id()), seen);
            return new BulkResultRow(target.id(), BulkOutcome.DONE, null, null);
        } catch (Stale e) {
            return result(target, BulkOutcome.CHANGED, "stale", List.of());
        } catch (Absent e) {
            return result(target, BulkOutcome.ABSENT, "absent", List.of());
        } catch (Refused e) {
            return result(target, BulkOutcome.REFUSED, e.code(), e.arguments());
        }
    }

    private void take(Actor actor, BulkStep step, Target target, @Nullable Ticket seen) {
        switch (step.action()) {
            case ACCEPT -> service.accept(actor, target);
            case ASSIGN -> service.assign(actor, target, given(step.postId(), "postId"));
            case REPLY -> {
                String words = given(step.words(), "words");
                service.reply(actor, target, seen == null ? words : filler.fill(words, seen), List.of());
            }
            case TRANSFER ->
                service.transfer(actor, target, given(step.unitId(), "unitId"), given(step.words(), "words"));
            case CLOSE -> service.close(actor, target, given(step.words(), "words"));
            default -> throw Malformed.of("action", "field-invalid");
        }
    }

    private BulkResultRow result(BulkTarget target, BulkOutcome outcome, String code, List<Object> arguments) {
        return new BulkResultRow(
                target.id(), outcome, code, problems.text(LocaleContextHolder.getLocale(), code, arguments));
    }

    private BulkTicketRow row(Ticket ticket, Actor actor, Instant now) {
        List<BulkDeedView> deeds = TicketWorkflow.open(ticket, By.of(actor, ticket), now).stream()
                .filter(step -> IN_BULK.contains(step.action()))
                .map(step -> new BulkDeedView(step.action(), step.to()))
                .distinct()
                .toList();
        return new BulkTicketRow(
                ticket.id(),
                ticket.number(),
                ticket.status(),
                names.matter(ticket.matterCode()),
                names.unitName(ticket.lead().map(Part::unitId).orElse(null)),
                deeds,
                ticket.version());
    }

    private static boolean allows(BulkTicketRow row, ActionKind kind) {
        return row.deeds().stream().anyMatch(deed -> deed.action() == kind);
    }

    private static Stream<BulkTicketRow> find(Map<UUID, BulkTicketRow> found, UUID id) {
        return Stream.ofNullable(found.get(id));
    }

    private void checkCount(int count) {
        int max = policy.setting(TicketSettings.BULK_TICKETS);
        if (count > max) {
            throw Refused.of("bulk-too-many", max);
        }
    }

    /** What is missing is missing for all of them: nothing is begun. */
    private static void checkInputs(BulkStep step) {
        switch (step.action()) {
            case ACCEPT -> {}
            case ASSIGN -> given(step.postId(), "postId");
            case REPLY, CLOSE -> written(step.words());
            case TRANSFER -> {
                given(step.unitId(), "unitId");
                written(step.words());
            }
            default -> throw Malformed.of("action", "field-invalid");
        }
    }

    private static void written(@Nullable String words) {
        if (words == null || words.isBlank() || !Written.Check.isVisible(words)) {
            throw Malformed.of("words", "field-required");
        }
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw Malformed.of(field, "field-required");
        }
        return value;
    }
}
