package org.mulin.notice.internal;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Actor;
import org.mulin.notice.internal.InboxQueries.InboxState;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One screen that follows its inbox; a slow one holds up nobody but itself. */
final class InboxStream {
    static final String EVENT = "inbox";
    /** Its session, the reader or a lost line ends it, not the time: coming again would keep the session alive. */
    private static final long NO_END = 0;

    private final UUID accountId;
    private final @Nullable UUID unitId;
    private final String sessionId;
    private final Function<UUID, @Nullable InboxState> states;
    private final Consumer<InboxStream> gone;
    private final SseEmitter emitter = new SseEmitter(NO_END);
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ReentrantLock sending = new ReentrantLock();

    InboxStream(
            Actor actor, String sessionId, Function<UUID, @Nullable InboxState> states, Consumer<InboxStream> gone) {
        this.accountId = actor.accountId();
        this.unitId = actor.unitId();
        this.sessionId = sessionId;
        this.states = states;
        this.gone = gone;
        emitter.onCompletion(() -> gone.accept(this));
        emitter.onError(ignored -> gone.accept(this));
    }

    SseEmitter emitter() {
        return emitter;
    }

    UUID accountId() {
        return accountId;
    }

    String sessionId() {
        return sessionId;
    }

    boolean concerns(Set<String> changed) {
        return changed.contains(accountId.toString()) || (unitId != null && changed.contains(unitId.toString()));
    }

    /** Sends the state as it is then; asked for again while it is being read, it is read again. */
    void refresh() {
        if (wanted.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> locked(() -> {
                wanted.set(false);
                InboxState state = states.apply(accountId);
                if (state == null) {
                    end();
                } else {
                    emitter.send(SseEmitter.event().name(EVENT).data(state));
                }
            }));
        }
    }

    void beat() {
        if (!sending.isLocked()) {
            Thread.startVirtualThread(
                    () -> locked(() -> emitter.send(SseEmitter.event().comment(""))));
        }
    }

    void end() {
        gone.accept(this);
        emitter.complete();
    }

    private interface Sending {
        void run() throws IOException;
    }

    private void locked(Sending work) {
        sending.lock();
        try {
            work.run();
        } catch (IOException | IllegalStateException e) {
            // the other side has gone
            gone.accept(this);
        } finally {
            sending.unlock();
        }
    }
}
