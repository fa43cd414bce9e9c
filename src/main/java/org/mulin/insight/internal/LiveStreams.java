package org.mulin.insight.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Sessions;
import org.mulin.area.AreaTree;
import org.mulin.area.Areas;
import org.mulin.base.Actor;
import org.mulin.base.AreaRange;
import org.mulin.base.Refused;
import org.mulin.base.Signals;
import org.mulin.insight.internal.InsightViews.Changed;
import org.mulin.insight.internal.InsightViews.Changes;
import org.mulin.policy.Policy;
import org.mulin.ticket.TicketFacts;
import org.mulin.ticket.TicketStatus;
import org.mulin.ticket.Tickets;
import org.mulin.triage.Matter;
import org.mulin.triage.MattersTable;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The live screens of this node: each hears of changed tickets within its own reach, as long as its session lives, on
 * whichever node that is ended.
 */
@Component
class LiveStreams implements SmartLifecycle {
    static final int OF_ONE_ACCOUNT_MAX = 6;
    private static final int OF_THE_NODE_MAX = 500;
    /** The browser comes back by itself, and its rights are looked up anew. */
    private static final Duration LIFE = Duration.ofMinutes(15);

    private static final int LOOK_s = 15;
    private static final Duration WAIT_WHEN_MANY = Duration.ofMinutes(1);

    private final Signals signals;
    private final Sessions sessions;
    private final Tickets tickets;
    private final Areas areas;
    private final Policy policy;
    private final Clock clock;
    /** In the order in which they came. */
    private final Queue<LiveStream> open = new ConcurrentLinkedQueue<>();

    private Signals.@Nullable Subscription subscription;

    LiveStreams(Signals signals, Sessions sessions, Tickets tickets, Areas areas, Policy policy, Clock clock) {
        this.signals = signals;
        this.sessions = sessions;
        this.tickets = tickets;
        this.areas = areas;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * The newest screen is the one that is looked at: beyond a few the account's oldest stream ends, which is mostly
     * that of a page that has gone without a word.
     *
     * @throws Refused {@code too-many-requests} when the node has too many screens open
     */
    synchronized SseEmitter open(Actor actor, String sessionId, AreaRange range) {
        List<LiveStream> own = open.stream()
                .filter(stream -> stream.account().equals(actor.accountId()))
                .toList();
        if (own.size() >= OF_ONE_ACCOUNT_MAX) {
            own.getFirst().end();
        } else if (open.size() >= OF_THE_NODE_MAX) {
            throw Refused.of("too-many-requests", WAIT_WHEN_MANY.toSeconds());
        }
        LiveStream stream = new LiveStream(actor.accountId(), sessionId, range, LIFE, open::remove);
        open.add(stream);
        stream.start();
        return stream.emitter();
    }

    private void heard(String payload) {
        endSignedOut();
        if (open.isEmpty()) {
            return;
        }
        if (payload.equals(ChangeWatch.MANY)) {
            open.forEach(stream -> stream.offer(Changes.LOOK_AGAIN));
            return;
        }
        List<UUID> ids = Arrays.stream(payload.split(",")).map(UUID::fromString).toList();
        Collection<TicketFacts> changed = tickets.facts(ids).values();
        for (LiveStream stream : open) {
            List<Changed> own = changed.stream()
                    .filter(facts -> stream.range().contains(facts.areaKey()))
                    .map(this::view)
                    .toList();
            if (!own.isEmpty()) {
                stream.offer(new Changes(false, own));
            }
        }
    }

    /** One query for all screens. */
    @Scheduled(fixedDelay = LOOK_s, timeUnit = TimeUnit.SECONDS)
    void endSignedOut() {
        if (open.isEmpty()) {
            return;
        }
        List<LiveStream> now = List.copyOf(open);
        Set<String> alive =
                sessions.alive(now.stream().map(LiveStream::sessionId).collect(Collectors.toSet()));
        now.stream().filter(stream -> !alive.contains(stream.sessionId())).forEach(LiveStream::end);
    }

    private Changed view(TicketFacts facts) {
        AreaTree tree = areas.tree();
        Instant now = clock.instant();
        var area = tree.byKey(facts.areaKey()).orElse(tree.city());
        TicketStatus status = facts.status();
        Instant dueAt = facts.dueAt();
        String code = facts.matterCode();
        return new Changed(
                facts.id(),
                facts.number(),
                status,
                code == null
                        ? null
                        : policy.current(MattersTable.class)
                                .content()
                                .find(code)
                                .map(Matter::name)
                                .orElse(code),
                area.code(),
                area.name(),
                (status.isWithUnit() || status == TicketStatus.TRIAGE) && dueAt != null && dueAt.isBefore(now),
                now);
    }

    int count() {
        return open.size();
    }

    @Override
    public void start() {
        subscription = signals.listen(ChangeWatch.TOPIC, this::heard);
    }

    /** Before the web server, which waits for requests that are being answered. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        Signals.Subscription listening = subscription;
        if (listening != null) {
            listening.close();
            subscription = null;
        }
        open.forEach(LiveStream::end);
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }
}
