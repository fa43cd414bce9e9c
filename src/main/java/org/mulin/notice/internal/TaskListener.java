package org.mulin.notice.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mulin.admission.AdmissionEvent;
import org.mulin.base.Said;
import org.mulin.grid.GridTaskEvent;
import org.mulin.insight.HotIssueRose;
import org.mulin.notice.internal.delivery.Deliveries;
import org.mulin.organization.Unit;
import org.mulin.organization.Units;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what is about no single ticket into messages, once, however often it is delivered. */
@Component
class TaskListener {
    private static final String WORK = "grid:work";
    private static final String RECEIVE = "admission:receive";
    private static final String SEND = "admission:send";
    private static final String CONVENE = "ticket:convene";

    private final Units units;
    private final NoticeWords words;
    private final PhoneTidings phones;
    private final InboxRepository inbox;
    private final Deliveries deliveries;
    private final InboxSignals signals;
    private final Clock clock;

    TaskListener(
            Units units,
            NoticeWords words,
            PhoneTidings phones,
            InboxRepository inbox,
            Deliveries deliveries,
            InboxSignals signals,
            Clock clock) {
        this.units = units;
        this.words = words;
        this.phones = phones;
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.signals = signals;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(GridTaskEvent.Assigned assigned) {
        Said said = Said.of("inbox.grid-task", assigned.dueDay());
        tell(
                assigned,
                assigned.unitIds().stream()
                        .map(unit -> InboxMessage.about(
                                Recipient.holders(unit, WORK),
                                InboxKind.ARRIVED,
                                InboxSubject.GRID_TASK,
                                assigned.taskId(),
                                said,
                                assigned.at())));
    }

    @ApplicationModuleListener
    void on(AdmissionEvent event) {
        tell(
                event,
                switch (event) {
                    case AdmissionEvent.Sent sent -> sent(sent);
                    case AdmissionEvent.Returned returned -> returned(returned);
                    case AdmissionEvent.VotesAsked asked -> asked(asked);
                    case AdmissionEvent.Moved moved -> moved(moved);
                });
    }

    /** The hotline's dispatchers hear of it, and whoever can call units together in the street. */
    @ApplicationModuleListener
    void on(HotIssueRose rose) {
        Said said = Said.of("inbox.hot", rose.title(), rose.people());
        Stream<Recipient> desk =
                units.nearest(Unit.CITY_HOTLINE, rose.areaKey()).stream().map(unit -> Recipient.dispatchers(unit.id()));
        Stream<Recipient> street = units.nearest(Unit.STREET_OFFICE, rose.areaKey()).stream()
                .map(unit -> Recipient.holders(unit.id(), CONVENE));
        tell(
                rose,
                Stream.concat(desk, street)
                        .map(to -> InboxMessage.about(
                                to, InboxKind.ARRIVED, InboxSubject.HOT_ISSUE, rose.issueId(), said, rose.at())));
    }

    private Stream<InboxMessage> sent(AdmissionEvent.Sent sent) {
        Said said = Said.of("inbox.community-task", sent.itemName(), words.unit(sent.senderUnitId()), sent.dueDay());
        return sent.shares().stream()
                .map(share -> InboxMessage.about(
                        Recipient.holders(share.unitId(), RECEIVE),
                        InboxKind.ARRIVED,
                        InboxSubject.COMMUNITY_TASK,
                        share.taskId(),
                        said,
                        sent.at()));
    }

    /** Why, the sender reads at the task. */
    private Stream<InboxMessage> returned(AdmissionEvent.Returned returned) {
        return Stream.of(InboxMessage.about(
                Recipient.holders(returned.senderUnitId(), SEND),
                InboxKind.RETURNED,
                InboxSubject.COMMUNITY_TASK,
                returned.taskId(),
                Said.of("inbox.community-task-returned", returned.itemName(), words.unit(returned.unitId())),
                returned.at()));
    }

    private Stream<InboxMessage> asked(AdmissionEvent.VotesAsked asked) {
        Said said = Said.of(
                "inbox.admission-vote", asked.number(), words.unit(asked.applicantUnitId()), words.time(asked.until()));
        return asked.unitIds().stream()
                .map(unit -> InboxMessage.about(
                        Recipient.holders(unit, RECEIVE),
                        InboxKind.ARRIVED,
                        InboxSubject.ADMISSION_REQUEST,
                        asked.requestId(),
                        said,
                        asked.at()));
    }

    /** The applicant hears of each turn, the street when it is its own. */
    private Stream<InboxMessage> moved(AdmissionEvent.Moved moved) {
        Stream<InboxMessage> applicant = Stream.of(about(
                moved,
                moved.applicantUnitId(),
                InboxKind.PROGRESS,
                Said.of("inbox.admission-moved", moved.number(), moved.statusText())));
        Stream<InboxMessage> street = moved.streetsTurn()
                ? units
                        .nearest(Unit.STREET_OFFICE, moved.areaKey())
                        .map(unit -> about(
                                moved,
                                unit.id(),
                                InboxKind.ARRIVED,
                                Said.of("inbox.admission-street", moved.number(), words.unit(moved.applicantUnitId()))))
                        .stream()
                : Stream.empty();
        return Stream.concat(applicant, street);
    }

    private static InboxMessage about(AdmissionEvent.Moved moved, UUID unitId, InboxKind kind, Said said) {
        return InboxMessage.about(
                Recipient.holders(unitId, SEND),
                kind,
                InboxSubject.ADMISSION_REQUEST,
                moved.requestId(),
                said,
                moved.at());
    }

    private void tell(Object event, Stream<InboxMessage> messages) {
        if (!inbox.takeOnce(UUID.nameUUIDFromBytes(event.toString().getBytes(UTF_8)), clock.instant())) {
            return;
        }
        List<InboxMessage> told = messages.toList();
        inbox.insert(told);
        deliveries.accept(phones.forStaff(told));
        signals.tell(told.stream().map(message -> message.to().id()).toList());
    }
}
