package org.mulin.notice.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mulin.base.Said;
import org.mulin.notice.internal.ResidentTidings.Tiding;
import org.mulin.notice.internal.delivery.Deliveries;
import org.mulin.notice.internal.delivery.Outgoing;
import org.mulin.organization.Appointment;
import org.mulin.organization.Units;
import org.springframework.stereotype.Component;

/** What of all that is told goes to phones too. */
@Component
class PhoneTidings {
    /** The rest waits until somebody looks. */
    private static final Set<InboxKind> URGENT = EnumSet.of(InboxKind.ARRIVED, InboxKind.NEAR, InboxKind.OVERDUE);

    private final Deliveries deliveries;
    private final Units units;

    PhoneTidings(Deliveries deliveries, Units units) {
        this.deliveries = deliveries;
        this.units = units;
    }

    /** Of a summary the first message of its minute only. */
    List<Outgoing> forStaff(List<InboxMessage> told) {
        List<InboxMessage> urgent =
                told.stream().filter(message -> URGENT.contains(message.kind())).toList();
        if (urgent.isEmpty() || !deliveries.isOpen()) {
            return List.of();
        }
        List<Appointment> held = units.appointmentsIn(
                urgent.stream().map(message -> message.to().id()).collect(Collectors.toSet()));
        Set<UUID> wanting =
                deliveries.wanting(held.stream().map(Appointment::accountId).collect(Collectors.toSet()));
        return urgent.stream()
                .flatMap(message -> held.stream()
                        .filter(holder -> wanting.contains(holder.accountId()) && isFor(message, holder))
                        .map(holder -> outgoing(message, holder.accountId())))
                .toList();
    }

    private static boolean isFor(InboxMessage message, Appointment holder) {
        UUID post = message.to().postId();
        return holder.unit().id().equals(message.to().unitId())
                && (post == null || post.equals(holder.post().id()));
    }

    private static Outgoing outgoing(InboxMessage message, UUID account) {
        String summary = message.summaryOf();
        Said said = summary == null ? message.said() : Said.of(message.said().code(), message.count());
        String onceKey = summary == null ? null : account + " " + summary;
        return Outgoing.toStaff(account, message.to().right(), message.ticketId(), said, onceKey);
    }

    List<Outgoing> forAuthors(List<Tiding> tidings) {
        return tidings.stream()
                .filter(tiding -> tiding.author().reachable() && deliveries.isTold(tiding.step()))
                .map(tiding -> Outgoing.toAuthor(
                        tiding.author().accountId(), tiding.author().appealId(), tiding.ticketId(), tiding.said()))
                .toList();
    }
}
