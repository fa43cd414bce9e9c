package org.mulin.launch.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * PostgreSQL kept in a folder and run as a child process: durable settings, password sign-in, an application role that
 * is no superuser. A postmaster left behind by a killed program is stopped first.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    static final String USER = "mulin";
    static final String NAME = "mulin";
    static final Path CLUSTER_OF_DATA = Path.of("postgres", "cluster");

    private static final int START_MAX_S = 60;

    private final Path folder;
    private final Path cluster;
    private final DataLock lock;
    private final String password;
    private final PostmasterWatch watch;
    private final CompletableFuture<EmbeddedPostgres> postgres = new CompletableFuture<>();

    private EmbeddedDatabase(Path folder, DataLock lock) throws IOException {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.lock = lock;
        this.password = Secrets.text(folder.resolve("password"));
        this.watch = new PostmasterWatch(folder, cluster);
    }

    /** @throws IOException also when another program uses the folder */
    static EmbeddedDatabase start(Path folder) throws IOException {
        // told to end while it starts, Spring interrupts the start and knows of nothing to close
        return start(folder, database -> SpringApplication.getShutdownHandlers().add(database::closeAtLast));
    }

    /** @param keeper gets the database before it starts, to close it at last */
    static EmbeddedDatabase start(Path folder, Consumer<EmbeddedDatabase> keeper) throws IOException {
        DataLock lock = DataLock.hold(folder);
        try {
            EmbeddedDatabase database = new EmbeddedDatabase(folder, lock);
            keeper.accept(database);
            database.begin();
            return database;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** In a thread of its own: an interrupted start would leave a postmaster that nobody knows. */
    private void begin() throws IOException {
        Thread.ofPlatform().daemon().name("postgres-start").start(() -> {
            try {
                postgres.complete(launch());
            } catch (IOException | RuntimeException | Error e) {
                postgres.completeExceptionally(e);
            }
        });
        try {
            LOG.info("PostgreSQL listens on 127.0.0.1:{}", postgres.get().getPort());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            // the interrupt says nothing that whoever sent it does not know
            throw new IOException("启动被中止 the start was broken off");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
        watch.begin();
    }

    private EmbeddedPostgres launch() throws IOException {
        LeftPostmaster.stop(cluster);
        EmbeddedPostgres started = started();
        try {
            prepare(started, folder, cluster, password);
            return started;
        } catch (SQLException | IOException | RuntimeException e) {
            started.close();
            throw e instanceof IOException io
                    ? io
                    : new IOException("内置数据库无法准备 the embedded database cannot be prepared", e);
        }
    }

    private EmbeddedPostgres started() throws IOException {
        // -F and synchronous_commit=off are the library's defaults for tests; here nothing may be lost
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setPGStartupWait(Duration.ofSeconds(START_MAX_S))
                .start();
    }

    /** Repeatable until the marker stands, so that a kill half-way does no harm. */
    private static void prepare(EmbeddedPostgres postgres, Path folder, Path cluster, String password)
            throws SQLException, IOException {
        Path marker = folder.resolve("prepared");
        if (Files.exists(marker)) {
            return;
        }
        String superuserUrl = postgres.getJdbcUrl("postgres", "postgres");
        try (Connection connection = DriverManager.getConnection(superuserUrl, "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login password '" + password + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + USER);
            }
            Files.writeString(cluster.resolve("pg_hba.conf"), """
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
        Files.writeString(marker, "");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /**
     * Stops what an earlier, killed run left behind.
     *
     * @throws IOException also when another program uses the folder
     */
    static void stopLeftover(Path folder) throws IOException {
        try (DataLock ignored = DataLock.hold(folder)) {
            LeftPostmaster.stop(folder.resolve("cluster"));
        }
    }

    /** A copy of all that is committed; the database goes on working. */
    void copyTo(Path cluster) throws IOException {
        try (Connection superuser =
                DriverManager.getConnection(postgres.join().getJdbcUrl("postgres", "postgres"), "postgres", password)) {
            new DatabaseCopy(superuser).make(folder.resolve("cluster"), cluster);
        } catch (SQLException e) {
            throw new IOException("the embedded database cannot be copied", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.join().getPort() + "/" + NAME;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        watch.end();
        EmbeddedPostgres running = postgres.getNow(null);
        if (running != null) {
            running.close();
        }
        lock.close();
    }

    /** The last act of the process, whether the start had come to its end or not. */
    void closeAtLast() {
        try {
            postgres.handle((running, failure) -> 0).get(START_MAX_S, TimeUnit.SECONDS);
            close();
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.error("PostgreSQL may still run: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
