package org.mulin.ticket.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Page;
import org.mulin.ticket.Channel;
import org.mulin.ticket.TicketSet;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.internal.TicketViews.ReplayView;
import org.mulin.ticket.internal.TicketViews.SuggestionView;
import org.mulin.ticket.internal.TicketViews.TicketRow;
import org.mulin.ticket.internal.TicketViews.TicketView;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tickets as the desk reads them. */
@RestController
class TicketController {
    private final TicketQueries queries;
    private final TicketViewQueries views;
    private final TicketService service;
    private final SuggestionService suggestions;
    private final PhotoService photos;

    TicketController(
            TicketQueries queries,
            TicketViewQueries views,
            TicketService service,
            SuggestionService suggestions,
            PhotoService photos) {
        this.queries = queries;
        this.views = views;
        this.service = service;
        this.suggestions = suggestions;
        this.photos = photos;
    }

    @GetMapping("/api/tickets")
    Page<TicketRow> page(
            Actor actor,
            @RequestParam @Nullable String queue,
            @RequestParam @Nullable TicketStatus status,
            @RequestParam @Nullable String matter,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable Channel channel,
            @RequestParam @Nullable Boolean overdue,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String sort,
            @RequestParam @Nullable TicketSet set,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        TicketViewQueries.requireStaff(actor);
        TicketFilter filter =
                new TicketFilter(queue, status, matter, area, unit, channel, overdue, from, to, q, sort, set);
        return queries.page(actor, filter, Cursor.read(cursor), Page.limit(limit));
    }

    @GetMapping("/api/tickets/{id}")
    TicketView ticket(Actor actor, @PathVariable UUID id) {
        return views.view(id, actor);
    }

    @GetMapping("/api/tickets/{id}/suggestions")
    List<SuggestionView> suggestions(Actor actor, @PathVariable UUID id) {
        return suggestions.of(actor, id);
    }

    @GetMapping("/api/tickets/{id}/replays")
    ReplayView replay(Actor actor, @PathVariable UUID id) {
        TicketService.Replay replay = service.replay(actor, id);
        return new ReplayView(
                replay.differences().isEmpty(), views.decision(id, actor, replay.stored()), replay.differences());
    }

    @GetMapping("/api/tickets/{id}/files/{fileId}")
    ResponseEntity<Resource> file(Actor actor, @PathVariable UUID id, @PathVariable UUID fileId) {
        return photos.forStaff(actor, id, fileId).served();
    }
}
