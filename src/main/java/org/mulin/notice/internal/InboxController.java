package org.mulin.notice.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.base.Malformed;
import org.mulin.base.Page;
import org.mulin.notice.internal.InboxQueries.InboxRow;
import org.mulin.notice.internal.InboxQueries.InboxState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The inbox of whoever asks: of their unit and post for staff, of their own account for residents. */
@RestController
class InboxController {
    private static final int READINGS_MAX = 200;

    private final Readers readers;
    private final InboxQueries queries;
    private final InboxRepository inbox;
    private final InboxStreams streams;
    private final InboxSignals signals;

    InboxController(
            Readers readers, InboxQueries queries, InboxRepository inbox, InboxStreams streams, InboxSignals signals) {
        this.readers = readers;
        this.queries = queries;
        this.inbox = inbox;
        this.streams = streams;
        this.signals = signals;
    }

    /**
     * Either the messages that were read, or the moment up to which all were.
     *
     * @param before the moment of the newest message that was seen
     */
    record Readings(
            @Nullable @Size(max = READINGS_MAX) List<UUID> ids,
            @Nullable Instant before) {}

    @GetMapping("/api/inbox")
    Page<InboxRow> list(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable InboxKind kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return queries.list(readers.of(actor), unread, kind, cursor, Page.limit(limit));
    }

    /** What a resident was told of their own matters. */
    @GetMapping("/api/my/notices")
    Page<InboxRow> mine(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return queries.list(Readers.own(actor), unread, null, cursor, Page.limit(limit));
    }

    @GetMapping("/api/inbox/count")
    InboxState count(Actor actor) {
        return queries.state(readers.of(actor));
    }

    /** Reading twice is reading once, so no key is needed. */
    @PostMapping("/api/inbox/readings")
    InboxState read(Actor actor, @RequestBody @Valid Readings readings) {
        Reader reader = readers.of(actor);
        if (readings.ids() != null) {
            inbox.read(reader, readings.ids());
        } else if (readings.before() != null) {
            inbox.readAll(reader, readings.before());
        } else {
            throw Malformed.of("ids", "field-required");
        }
        signals.tell(List.of(actor.accountId()));
        return queries.state(reader);
    }

    /** Server-sent events: {@code inbox}, an InboxState, at once and whenever it changes. */
    @GetMapping(path = "/api/inbox/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // a proxy that gathers the answer would hold the events back
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(actor, request.getSession().getId());
    }
}
