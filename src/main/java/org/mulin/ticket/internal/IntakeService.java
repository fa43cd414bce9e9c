package org.mulin.ticket.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.mulin.base.Actor;
import org.mulin.base.Ids;
import org.mulin.base.Refused;
import org.mulin.policy.Policy;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketChanges;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.dispatch.Dispatch;
import org.mulin.ticket.internal.dispatch.DispatchCause;
import org.mulin.ticket.internal.dispatch.DispatchDecision;
import org.mulin.ticket.internal.dispatch.DispatchFacts;
import org.mulin.ticket.internal.dispatch.Dispatcher;
import org.mulin.ticket.internal.dispatch.StoredDecision;
import org.mulin.triage.Reading;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.mulin.triage.Urgency;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers appeals: reads, places, dispatches and writes them. */
@Service
class IntakeService implements Intake {
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 10;

    private final Triage triage;
    private final Dispatcher dispatcher;
    private final IntakeRepository repository;
    private final OwnReports ownReports;
    private final ApplicationEventPublisher events;
    private final Policy policy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IntakeService(
            Triage triage,
            Dispatcher dispatcher,
            IntakeRepository repository,
            OwnReports ownReports,
            ApplicationEventPublisher events,
            Policy policy,
            Clock clock) {
        this.triage = triage;
        this.dispatcher = dispatcher;
        this.repository = repository;
        this.ownReports = ownReports;
        this.events = events;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Taken> registerBatch(Actor actor, List<NewAppeal> batch) {
        if (batch.size() > BATCH_MAX) {
            throw new IllegalArgumentException("a batch has at most " + BATCH_MAX + " appeals");
        }
        Known known = known(batch);
        List<Boolean> first = batch.stream().map(known::isFirst).toList();
        Iterator<Registration> made = register(
                        actor,
                        IntStream.range(0, batch.size())
                                .filter(first::get)
                                .mapToObj(batch::get)
                                .toList())
                .iterator();
        return IntStream.range(0, batch.size())
                .mapToObj(i -> first.get(i) ? taken(made.next()) : known.again(batch.get(i)))
                .toList();
    }

    private static Taken taken(Registration made) {
        return made.ticket().status() == TicketStatus.TRIAGE ? Taken.TRIAGE : Taken.DISPATCHED;
    }

    /** What is here of each external id, and then of those that this batch brings. */
    private record Known(Map<Channel, Map<String, Text>> texts) {
        /** The first one of its id is taken, whatever the others say. */
        boolean isFirst(NewAppeal appeal) {
            return appeal.externalId() == null || of(appeal).putIfAbsent(appeal.externalId(), text(appeal)) == null;
        }

        Taken again(NewAppeal appeal) {
            return text(appeal).equals(of(appeal).get(appeal.externalId())) ? Taken.REPEATED : Taken.DIFFERING;
        }

        private Map<String, Text> of(NewAppeal appeal) {
            return Objects.requireNonNull(texts.get(appeal.channel()));
        }

        private static Text text(NewAppeal appeal) {
            return new Text(appeal.subject(), appeal.words());
        }
    }

    private Known known(List<NewAppeal> batch) {
        Map<Channel, Set<String>> asked = new HashMap<>();
        for (NewAppeal appeal : batch) {
            if (appeal.externalId() != null) {
                asked.computeIfAbsent(appeal.channel(), ignored -> new HashSet<>())
                        .add(appeal.externalId());
            }
        }
        Map<Channel, Map<String, Text>> texts = new HashMap<>();
        asked.forEach((channel, ids) -> texts.put(channel, new HashMap<>(repository.known(channel, ids))));
        return new Known(texts);
    }

    /** What was thought about one appeal before anything is written, and what is done with it. */
    private record Thought(NewAppeal appeal, Dispatch.Made made, Opening opening) {}

    /** In the caller's transaction. */
    List<Registration> register(Actor actor, List<NewAppeal> appeals) {
        Instant now = clock.instant();
        Dispatcher.Session session = dispatcher.session();
        return written(
                actor,
                appeals.stream()
                        .map(appeal ->
                                new Thought(appeal, session.decide(facts(session, appeal, now)), opening(appeal)))
                        .toList(),
                session,
                now);
    }

    private static Opening opening(NewAppeal appeal) {
        NewAppeal.Upstream upstream = appeal.upstream();
        return upstream == null || upstream.dueAt() == null ? Opening.BY_RULES : Opening.dueAt(upstream.dueAt());
    }

    /**
     * Registers what was met and settled on the spot: the reporter's own unit has it and ends it, in the caller's
     * transaction.
     *
     * @param unitCode of the reporter's unit
     */
    Registration settle(Actor actor, NewAppeal appeal, String unitCode, TicketAction.Settle settled) {
        Instant now = clock.instant();
        Dispatcher.Session session = dispatcher.session();
        DispatchFacts facts = facts(session, appeal, now);
        if (!actor.scope().contains(facts.areaKey())) {
            throw Refused.of("settle-outside").at("place");
        }
        Dispatch.Made made = session.decide(facts.again(DispatchCause.SETTLED, now, unitCode, null));
        By settler = new By(actor, Set.of(TicketRole.SETTLER), null);
        Thought thought = new Thought(appeal, made, Opening.BY_RULES.then(settled, settler));
        return written(actor, List.of(thought), session, now).getFirst();
    }

    /** What a clerk took in and at once did with it, in the caller's transaction. */
    Registration record(Actor clerk, NewAppeal appeal, Opening opening) {
        Instant now = clock.instant();
        Dispatcher.Session session = dispatcher.session();
        DispatchFacts facts = recorded(session, reading(session, appeal), appeal, now);
        Thought thought = new Thought(appeal, session.decide(opening.facts(facts, now)), opening);
        return written(clerk, List.of(thought), session, now).getFirst();
    }

    private List<Registration> written(Actor actor, List<Thought> thoughts, Dispatcher.Session session, Instant now) {
        if (thoughts.isEmpty()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, policy.city().zone());
        List<String> numbers = repository.numbers(today, thoughts.size());
        List<Registration> registrations = new ArrayList<>();
        for (int i = 0; i < thoughts.size(); i++) {
            registrations.add(registration(actor, thoughts.get(i), numbers.get(i), session, now));
        }
        repository.insert(registrations);
        events.publishEvent(new TicketChanges(registrations.stream()
                .flatMap(registration -> registration.events().stream())
                .toList()));
        return registrations;
    }

    DispatchFacts facts(Dispatcher.Session session, NewAppeal appeal, Instant now) {
        return facts(session, reading(session, appeal), appeal, now);
    }

    DispatchFacts facts(Dispatcher.Session session, Reading reading, NewAppeal appeal, Instant now) {
        String matter = appeal.matterCode();
        DispatchFacts read = matter == null ? session.read(reading, now) : session.chosen(reading, matter, now);
        return read.endangered(session.dangers(said(appeal)));
    }

    /** As {@link #facts}, with a matter that the clerk chose and not the author. */
    DispatchFacts recorded(Dispatcher.Session session, Reading reading, NewAppeal appeal, Instant now) {
        String matter = appeal.matterCode();
        DispatchFacts read = matter == null ? session.read(reading, now) : session.recorded(reading, matter, now);
        return read.endangered(session.dangers(said(appeal)));
    }

    private static String said(NewAppeal appeal) {
        return appeal.subject() + "\n" + appeal.words();
    }

    Reading reading(Dispatcher.Session session, NewAppeal appeal) {
        GivenPlace place = appeal.place();
        String where = (place.placeName() == null ? "" : "\n" + place.placeName())
                + (place.text() == null ? "" : "\n" + place.text());
        String given = place.areaCode();
        String today = given == null ? null : session.today(given);
        return triage.read(new Text(appeal.subject(), appeal.words() + where), place.point(), today);
    }

    private Registration registration(
            Actor actor, Thought thought, String number, Dispatcher.Session session, Instant now) {
        NewAppeal appeal = thought.appeal();
        UUID appealId = Ids.next();
        DispatchDecision decision = thought.made().decision();
        String matter = thought.opening().matter(thought.made(), session.rules());
        Optional<String> areaKey = session.believedAreaKey(thought.made().facts());
        Ticket blank = new Ticket(
                Ids.next(),
                number,
                TicketStatus.TRIAGE,
                matter,
                areaKey.orElseGet(session::cityKey),
                areaKey.isPresent(),
                appeal.upstream() == null
                        ? decision.deadline().at()
                        : appeal.upstream().dueAt(),
                0,
                null,
                List.of(),
                List.of(new Appeal(appealId, appeal.authorId(), false, null)),
                0);
        FirstSteps steps = FirstSteps.register(blank, new By(actor, Set.of(TicketRole.SYSTEM), null), now);
        thought.opening().begin(steps, actor, decision);
        Urgency urgency = session.rules().urgency(thought.made().facts(), matter);
        StoredDecision stored = StoredDecision.of(thought.made(), session.rules());
        return new Registration(
                appeal,
                appealId,
                newQueryCode(),
                urgency,
                steps.ticket(),
                steps.history(),
                steps.events(),
                stored,
                ownReports.of(appeal));
    }

    String newQueryCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }
}
