package org.mulin.ticket.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.base.Actor;
import org.mulin.base.OnceOnly;
import org.mulin.base.Refused;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.policy.Policy;
import org.mulin.ticket.internal.StepTaker.Planned;
import org.mulin.ticket.internal.TicketService.Target;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.ticket.internal.open.JoinableQueries;
import org.mulin.ticket.internal.open.JoinableView;
import org.mulin.triage.Text;
import org.springframework.stereotype.Service;

/** What residents do with their appeals. */
@Service
class AppealService {
    static final String PHOTO_OWNER = "appeal";
    private static final Duration QUOTA_WINDOW = Duration.ofHours(24);

    private final OnceOnly once;
    private final IntakeService intake;
    private final IntakeRepository intakes;
    private final Policy policy;
    private final StepTaker steps;
    private final TicketService ticketService;
    private final TicketRepository tickets;
    private final Dispatcher dispatcher;
    private final PlaceCheck places;
    private final Accounts accounts;
    private final Files files;
    private final Joining joining;
    private final JoinableQueries joinables;
    private final Asking asking;
    private final DeclineReviews reviews;

    AppealService(
            OnceOnly once,
            IntakeService intake,
            IntakeRepository intakes,
            Policy policy,
            StepTaker steps,
            TicketService ticketService,
            TicketRepository tickets,
            Dispatcher dispatcher,
            PlaceCheck places,
            Accounts accounts,
            Files files,
            Joining joining,
            JoinableQueries joinables,
            Asking asking,
            DeclineReviews reviews) {
        this.once = once;
        this.intake = intake;
        this.intakes = intakes;
        this.policy = policy;
        this.steps = steps;
        this.ticketService = ticketService;
        this.tickets = tickets;
        this.dispatcher = dispatcher;
        this.places = places;
        this.accounts = accounts;
        this.files = files;
        this.joining = joining;
        this.joinables = joinables;
        this.asking = asking;
        this.reviews = reviews;
    }

    /**
     * The answer kept for a repeated key; holds no secret.
     *
     * @param notJoined code of the text that says why it became a ticket of its own, though its author wanted to join
     *     neighbours; null when nothing else was wanted
     */
    record Submitted(UUID appealId, @Nullable String notJoined) {}

    /** What the machine would make of these words, nothing being kept. */
    Asking.Understood understand(NewAppeal draft, @Nullable String answer) {
        places.check(draft.place());
        return asking.understand(asking.answered(draft, answer));
    }

    /**
     * @param answer the matter that the author chose when asked, null when nobody asked
     * @param joined the ticket of neighbours that the author wants to be part of; if that is no longer possible, the
     *     appeal becomes a ticket of its own
     */
    Submitted submit(Actor actor, String key, NewAppeal draft, @Nullable String answer, @Nullable UUID joined) {
        if (!actor.isResident()) {
            throw Refused.of("residents-only");
        }
        places.check(draft.place());
        steps.checkPhotos(draft.photoIds().size());
        NewAppeal appeal = asking.answered(draft, answer);
        return once.run(actor, key, Submitted.class, () -> {
            checkQuota(actor, appeal.submittedAt());
            NewAppeal reachable = withPhone(actor, appeal);
            String obstacle = joined == null ? null : obstacle(appeal, joined);
            UUID appealId = joined != null && obstacle == null
                    ? joining.join(actor, tickets.findJoinable(joined), reachable)
                    : intake.register(actor, List.of(reachable)).getFirst().appealId();
            files.claim(appeal.photoIds(), actor, new FileOwner(PHOTO_OWNER, appealId));
            return new Submitted(appealId, obstacle);
        });
    }

    /** What neighbours report already and these words may join. What is confidential or tells of danger does not. */
    List<JoinableView> joinable(NewAppeal appeal, DispatchFacts facts) {
        return facts.placed() && !appeal.confidential() && facts.dangers().isEmpty()
                ? joinables.like(new Text(appeal.subject(), appeal.words()), facts.areaKey())
                : List.of();
    }

    /** Code of the text that says why the appeal cannot join this ticket; null when it can. */
    private @Nullable String obstacle(NewAppeal appeal, UUID joined) {
        if (appeal.confidential()) {
            return "join.confidential";
        }
        DispatchFacts facts = intake.facts(dispatcher.session(), appeal, appeal.submittedAt());
        if (joinable(appeal, facts).stream().anyMatch(each -> each.ticketId().equals(joined))) {
            return null;
        }
        if (!facts.placed()) {
            return "join.unplaced";
        }
        return tickets.isWorkedOn(joined) ? "join.unlike" : "join.over";
    }

    private void checkQuota(Actor actor, Instant now) {
        int most = policy.setting(TicketSettings.APPEALS_PER_DAY);
        List<Instant> recent = intakes.filedSince(actor.accountId(), now.minus(QUOTA_WINDOW), most);
        if (recent.size() >= most) {
            Instant again = recent.getLast().plus(QUOTA_WINDOW);
            long wait_s = Math.max(1, Duration.between(now, again).toSeconds());
            throw Refused.of(
                    "appeals-too-many",
                    wait_s,
                    most,
                    again.atZone(policy.city().zone()).toLocalDateTime());
        }
    }

    private NewAppeal withPhone(Actor actor, NewAppeal appeal) {
        String phone = appeal.contactPhone() == null
                ? accounts.phone(actor.accountId()).orElse(null)
                : appeal.contactPhone();
        return new NewAppeal(
                appeal.channel(),
                appeal.externalId(),
                appeal.authorId(),
                appeal.subject(),
                appeal.words(),
                appeal.submittedAt(),
                appeal.place(),
                appeal.confidential(),
                appeal.contactName(),
                phone,
                appeal.photoIds(),
                appeal.matterCode(),
                appeal.open(),
                appeal.reporter());
    }

    void supplement(Actor actor, Target target, String words, List<UUID> photoIds) {
        take(actor, target, (ticket, now) -> Planned.of(new TicketAction.Supplement(words, photoIds)));
    }

    void answer(Actor actor, Target target, String words, List<UUID> photoIds) {
        take(actor, target, (ticket, now) -> Planned.of(new TicketAction.Answer(words, photoIds)));
    }

    void withdraw(Actor actor, Target target, String reason) {
        take(actor, target, (ticket, now) -> Planned.of(new TicketAction.Withdraw(reason)));
    }

    void judge(Actor actor, Target target, Verdict verdict) {
        take(actor, target, (ticket, now) -> judged(ticket, verdict, now));
    }

    /** What follows a verdict: of one of "not solved" the same unit has it again. */
    Planned judged(Ticket ticket, Verdict verdict, Instant now) {
        StoredDecision again = verdict.solved() ? null : ticketService.toSameUnit(ticket, now);
        TicketAction judge = new TicketAction.Judge(
                verdict.contacted(),
                verdict.solved(),
                verdict.satisfaction(),
                verdict.comment(),
                again == null ? null : Mandates.of(again.decision()),
                ticketService.reopenUntil(now),
                verdict.byPhone());
        return new Planned(judge, again);
    }

    /**
     * @param satisfaction 1 to 5
     * @param byPhone told to a caller, who wrote it down
     */
    record Verdict(
            boolean contacted,
            boolean solved,
            int satisfaction,
            @Nullable String comment,
            boolean byPhone) {}

    void reopen(Actor actor, Target target, String reason) {
        take(actor, target, (ticket, now) -> {
            StoredDecision again = ticketService.toSameUnit(ticket, now);
            return new Planned(new TicketAction.Reopen(reason, Mandates.of(again.decision())), again);
        });
    }

    /** Asks for a review of what was declined. */
    void contest(Actor actor, Target target, String reason) {
        take(actor, target, (ticket, now) -> reviews.contested(ticket, reason, false, now));
    }

    /** @param target names the appeal; the step is taken on its ticket */
    private void take(Actor actor, Target target, StepTaker.Planner planner) {
        UUID appealId = target.ticketId();
        UUID ticketId = tickets.ticketOf(appealId, actor);
        steps.take(actor, target.key(), ticketId, target.version(), ticket -> By.of(actor, ticket, appealId), planner);
    }
}
