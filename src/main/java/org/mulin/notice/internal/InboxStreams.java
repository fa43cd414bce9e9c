package org.mulin.notice.internal;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mulin.access.Accounts;
import org.mulin.access.Sessions;
import org.mulin.base.Actor;
import org.mulin.base.Signals;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open streams of this node. Each begins with the state of its reader's inbox and gets it anew with every signal
 * that names the reader's unit or account; whoever missed a signal is right again with the next. A stream does not keep
 * its session alive and ends with it.
 */
@Component
class InboxStreams implements SmartLifecycle {
    static final int PER_ACCOUNT_MAX = 6;
    static final int HEARTBEAT_s = 15;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Readers readers;
    private final InboxQueries queries;
    private final Signals signals;
    /** In the order in which they came. */
    private final Queue<InboxStream> open = new ConcurrentLinkedQueue<>();

    private volatile Signals.@Nullable Subscription subscription;

    InboxStreams(Accounts accounts, Sessions sessions, Readers readers, InboxQueries queries, Signals signals) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.readers = readers;
        this.queries = queries;
        this.signals = signals;
    }

    /**
     * The newest page is the one that is looked at: beyond {@link #PER_ACCOUNT_MAX} the account's oldest stream ends,
     * which is mostly that of a page that has gone without a word.
     */
    synchronized SseEmitter open(Actor actor, String sessionId) {
        List<InboxStream> own = open.stream()
                .filter(stream -> stream.accountId().equals(actor.accountId()))
                .toList();
        if (own.size() >= PER_ACCOUNT_MAX) {
            InboxStream oldest = own.getFirst();
            open.remove(oldest);
            // a line that is stuck must not hold up the new one
            Thread.startVirtualThread(oldest::end);
        }
        var stream = new InboxStream(actor, sessionId, this::state, open::remove);
        open.add(stream);
        stream.refresh();
        return stream.emitter();
    }

    private InboxQueries.@Nullable InboxState state(UUID accountId) {
        return accounts.actor(accountId)
                .map(actor -> queries.state(readers.of(actor)))
                .orElse(null);
    }

    void hear(String payload) {
        Set<String> changed = Set.of(payload.split(InboxSignals.SEPARATOR));
        open.stream()
                .filter(stream -> payload.isEmpty() || stream.concerns(changed))
                .forEach(InboxStream::refresh);
    }

    /** Also finds out who has gone without a word, and whose session has ended. */
    @Scheduled(fixedRate = HEARTBEAT_s, timeUnit = TimeUnit.SECONDS)
    void beat() {
        if (open.isEmpty()) {
            return;
        }
        List<InboxStream> now = List.copyOf(open);
        Set<String> alive =
                sessions.alive(now.stream().map(InboxStream::sessionId).collect(Collectors.toSet()));
        for (InboxStream stream : now) {
            if (alive.contains(stream.sessionId())) {
                stream.beat();
            } else {
                stream.end();
            }
        }
    }

    @Override
    public void start() {
        subscription = signals.listen(InboxSignals.TOPIC, this::hear);
    }

    /** Before the web server stops, which waits for requests that are open. */
    @Override
    public void stop() {
        Signals.Subscription listening = subscription;
        subscription = null;
        if (listening != null) {
            listening.close();
        }
        open.forEach(InboxStream::end);
    }

    @Override
    public boolean isRunning() {
        return subscription != null;
    }
}
