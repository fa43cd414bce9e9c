package org.mulin.insight.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mulin.base.AreaRange;
import org.mulin.insight.internal.InsightViews.Changes;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One screen that stays connected. It writes on a thread of its own: a slow reader keeps nobody waiting. */
final class LiveStream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int WAITING_MAX = 64;
    private static final long RETRY_ms = 2_000;

    private final UUID account;
    private final String sessionId;
    private final AreaRange range;
    private final SseEmitter emitter;
    private final Consumer<LiveStream> ended;
    private final BlockingQueue<Changes> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private volatile @Nullable Thread writer;

    LiveStream(UUID account, String sessionId, AreaRange range, Duration life, Consumer<LiveStream> ended) {
        this.account = account;
        this.sessionId = sessionId;
        this.range = range;
        this.ended = ended;
        emitter = new SseEmitter(life.toMillis());
        emitter.onCompletion(this::end);
        emitter.onTimeout(this::timeIsUp);
        emitter.onError(error -> end());
    }

    UUID account() {
        return account;
    }

    String sessionId() {
        return sessionId;
    }

    AreaRange range() {
        return range;
    }

    SseEmitter emitter() {
        return emitter;
    }

    void start() {
        writer = Thread.ofVirtual().name("insight-stream").start(this::write);
    }

    /** A screen that cannot keep up is told to look at everything again. */
    void offer(Changes changes) {
        if (!waiting.offer(changes)) {
            waiting.clear();
            waiting.add(Changes.LOOK_AGAIN);
        }
    }

    private void write() {
        try {
            emitter.send(SseEmitter.event().reconnectTime(RETRY_ms).comment("here"));
            while (!Thread.currentThread().isInterrupted()) {
                Changes changes = waiting.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
                emitter.send(
                        changes == null
                                ? SseEmitter.event().comment("still here")
                                : SseEmitter.event().name("changed").data(changes));
            }
        } catch (IOException | IllegalStateException e) {
            // the reader has gone away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.accept(this);
            emitter.complete();
        }
    }

    /** Over by its time it is complete at once; otherwise the server would report a request without an answer. */
    private void timeIsUp() {
        end();
        emitter.complete();
    }

    void end() {
        ended.accept(this);
        Thread running = writer;
        if (running != null) {
            running.interrupt();
        }
    }
}
