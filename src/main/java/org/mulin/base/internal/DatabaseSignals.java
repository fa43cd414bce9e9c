package org.mulin.base.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Signals;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Signals by the database's own LISTEN and NOTIFY, on one connection a node. */
@Component
class DatabaseSignals implements Signals, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSignals.class);
    private static final String CHANNEL = "mulin";
    private static final char SEPARATOR = ' ';
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final SignalRepository repository;
    private final DataSource connections;
    private final Map<String, List<Consumer<String>>> receivers = new ConcurrentHashMap<>();
    private volatile @Nullable Thread thread;

    DatabaseSignals(SignalRepository repository, DataSource connections) {
        this.repository = repository;
        this.connections = connections;
    }

    @Override
    public void send(String topic, String payload) {
        if (payload.getBytes(StandardCharsets.UTF_8).length > PAYLOAD_MAX_BYTES) {
            throw new IllegalArgumentException("a signal has at most " + PAYLOAD_MAX_BYTES + " bytes");
        }
        repository.notify(CHANNEL, topic + SEPARATOR + payload);
    }

    @Override
    public Subscription listen(String topic, Consumer<String> receiver) {
        List<Consumer<String>> all = receivers.computeIfAbsent(topic, ignored -> new CopyOnWriteArrayList<>());
        all.add(receiver);
        return () -> all.remove(receiver);
    }

    @Override
    public void start() {
        // it runs as long as it finds itself here, so it must stand here before it runs
        Thread listener = Thread.ofPlatform().daemon().name("signals").unstarted(this::keepListening);
        thread = listener;
        listener.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void keepListening() {
        boolean broken = false;
        while (thread == Thread.currentThread()) {
            try (Connection connection = connections.getConnection()) {
                listenOn(connection, broken);
            } catch (SQLException e) {
                broken = true;
                LOG.debug("the signals' connection broke ({}); trying again", e.getSQLState());
                if (!rested()) {
                    return;
                }
            }
        }
    }

    private void listenOn(Connection connection, boolean afterBreak) throws SQLException {
        register(connection);
        if (afterBreak) {
            receivers.values().forEach(all -> all.forEach(receiver -> give(receiver, "")));
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (thread == Thread.currentThread()) {
            PGNotification[] heard = postgres.getNotifications((int) WAIT.toMillis());
            if (heard == null || heard.length == 0) {
                // a dead connection is noticed here; to listen twice is to listen once
                register(connection);
                continue;
            }
            for (PGNotification one : heard) {
                hear(one.getParameter());
            }
        }
    }

    private static void register(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }

    private void hear(String message) {
        int end = message.indexOf(SEPARATOR);
        String topic = message.substring(0, end);
        String payload = message.substring(end + 1);
        receivers.getOrDefault(topic, List.of()).forEach(receiver -> give(receiver, payload));
    }

    private static void give(Consumer<String> receiver, String payload) {
        try {
            receiver.accept(payload);
        } catch (RuntimeException e) {
            LOG.warn("a receiver of signals failed: {}", e.getClass().getName());
        }
    }

    private static boolean rested() {
        try {
            Thread.sleep(RETRY);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
