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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL kept in a folder and run as a child process: durable settings, password sign-in, an application role that
 * is no superuser. A postmaster left behind by a killed program is stopped first.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    static final String USER = "mulin";
    static final String NAME = "mulin";

    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedDatabase start(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path cluster = folder.resolve("cluster");
        stopLeftover(folder);
        String password = Secrets.text(folder.resolve("password"));
        // -F and synchronous_commit=off are the library's defaults for tests; here nothing may be lost
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
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
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        try {
            prepare(postgres, folder, cluster, password);
        } catch (SQLException | IOException | RuntimeException e) {
            postgres.close();
            throw e instanceof IOException io ? io : new IOException("the embedded database cannot be prepared", e);
        }
        LOG.info("PostgreSQL listens on 127.0.0.1:{}", postgres.getPort());
        return new EmbeddedDatabase(postgres, password);
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

    /** Stops what an earlier, killed run left behind. */
    static void stopLeftover(Path folder) throws IOException {
        LeftPostmaster.stop(folder.resolve("cluster"));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + NAME;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
