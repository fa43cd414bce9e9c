package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class EmbeddedDatabaseTest extends MulinHttpTest {
    @Autowired
    private DSLContext sql;

    @Autowired
    private EmbeddedDatabase database;

    @Value("${mulin.data}")
    private Path data;

    @Test
    void nothingThatWasAcknowledgedCanBeLost() {
        var wanted = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");
        wanted.forEach((setting, value) ->
                assertThat(sql.fetchValue("show " + setting)).as(setting).isEqualTo(value));
    }

    @Test
    void theProgramIsNoSuperuserAndChineseCanBeCompared() {
        assertThat(sql.fetchValue("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo(false);
        assertThat(sql.fetchValue("select datctype from pg_database where datname = current_database()"))
                .isEqualTo("C.UTF-8");
    }

    @Test
    void aCopyOfTheRunningDatabaseStartsAndHoldsWhatWasCommitted(@TempDir Path folder) throws Exception {
        resident();
        Object accounts = sql.fetchValue("select count(*) from access.account");
        database.copyTo(folder.resolve("cluster"));
        resident();
        for (String kept : List.of("password", "prepared")) {
            Files.copy(data.resolve("postgres").resolve(kept), folder.resolve(kept));
        }
        try (var copy = EmbeddedDatabase.start(folder);
                var connection = DriverManager.getConnection(copy.url(), EmbeddedDatabase.USER, copy.password());
                var rows = connection.createStatement().executeQuery("select count(*) from access.account")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(accounts);
        }
    }

    @Test
    void aKilledPostmasterComesBackWithWhatWasAcknowledged(@TempDir Path folder) throws Exception {
        try (EmbeddedDatabase own = EmbeddedDatabase.start(folder)) {
            execute(own, "create table kept as select 1 as one");
            long killed = LeftPostmaster.pid(folder.resolve("cluster"));
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            long end_ns = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (!isAnswering(own) && System.nanoTime() < end_ns) {
                Thread.sleep(100);
            }
            execute(own, "insert into kept values (2)");
            assertThat(LeftPostmaster.pid(folder.resolve("cluster"))).isNotEqualTo(killed);
        }
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    /** SIGTERM makes Spring interrupt the start; afterwards the process runs what it has to do at last. */
    @Test
    void aStartThatIsBrokenOffLeavesNoPostmaster(@TempDir Path folder) throws Exception {
        var begun = new AtomicReference<EmbeddedDatabase>();
        Thread starter = Thread.ofPlatform().start(() -> {
            try {
                EmbeddedDatabase.start(folder, begun::set);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("broken off");
            }
        });
        while (starter.getState() != Thread.State.WAITING && starter.isAlive()) {
            Thread.sleep(5);
        }
        starter.interrupt();
        starter.join();
        Objects.requireNonNull(begun.get()).closeAtLast();
        assertThat(folder.resolve("cluster/PG_VERSION")).exists();
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    private static boolean isAnswering(EmbeddedDatabase own) {
        try {
            execute(own, "select 1");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void execute(EmbeddedDatabase own, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(own.url(), EmbeddedDatabase.USER, own.password());
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    /** A second start must not take the first one's database for a leftover. */
    @Test
    void whatALivingProgramUsesIsLeftAlone(@TempDir Path folder) throws IOException {
        try (DataLock ignored = DataLock.hold(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder)).hasMessageContaining(folder.toString());
            assertThatThrownBy(() -> EmbeddedDatabase.stopLeftover(folder)).isInstanceOf(IOException.class);
        }
        EmbeddedDatabase.stopLeftover(folder);
    }
}
