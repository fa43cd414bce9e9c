package org.mulin.ticket.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Absent;
import org.mulin.base.Actor;
import org.mulin.file.FileOwner;
import org.mulin.file.Files;
import org.mulin.ticket.internal.TicketViews.TicketView;
import org.springframework.stereotype.Service;

/** Hands out photos to those who are shown the record that owns them. */
@Service
class PhotoService {
    private final TicketRepository tickets;
    private final TicketViewQueries views;
    private final TimelineQueries timelines;
    private final Files files;

    PhotoService(TicketRepository tickets, TicketViewQueries views, TimelineQueries timelines, Files files) {
        this.tickets = tickets;
        this.views = views;
        this.timelines = timelines;
        this.files = files;
    }

    /** Staff get exactly the photos that their view of the ticket lists. */
    Files.Opened forStaff(Actor actor, UUID ticketId, UUID fileId) {
        TicketView view = views.view(ticketId, actor);
        boolean listed = view.appeals().stream()
                        .flatMap(appeal -> appeal.photos().stream())
                        .anyMatch(photo -> photo.id().equals(fileId))
                || view.timeline().stream()
                        .flatMap(entry -> entry.photos().stream())
                        .anyMatch(photo -> photo.id().equals(fileId));
        if (!listed) {
            throw new Absent();
        }
        List<UUID> appeals =
                view.appeals().stream().map(TicketViews.TicketAppealView::id).toList();
        return open(fileId, appeals, ticketId, null);
    }

    Files.Opened forAuthor(Actor actor, UUID appealId, UUID fileId) {
        UUID ticketId = tickets.ticketOf(appealId, actor);
        return open(fileId, List.of(appealId), ticketId, appealId);
    }

    /** Two queries find the owner, however many steps the ticket has had. */
    private Files.Opened open(UUID fileId, List<UUID> appeals, UUID ticketId, @Nullable UUID reader) {
        return owner(AppealService.PHOTO_OWNER, appeals, fileId)
                .or(() -> owner(StepTaker.PHOTO_OWNER, timelines.stepIds(ticketId, reader), fileId))
                .map(owner -> files.open(fileId, owner))
                .orElseThrow(Absent::new);
    }

    private Optional<FileOwner> owner(String type, List<UUID> ids, UUID fileId) {
        return files.of(type, ids).entrySet().stream()
                .filter(each ->
                        each.getValue().stream().anyMatch(file -> file.id().equals(fileId)))
                .map(each -> new FileOwner(type, each.getKey()))
                .findFirst();
    }
}
