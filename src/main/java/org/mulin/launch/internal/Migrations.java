package org.mulin.launch.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One schema and one migration history per module, found in {@code db/migration/MODULE}; order does not matter. */
final class Migrations {
    private Migrations() {}

    /** Nodes that start together migrate one after another: Flyway itself makes schemas before it locks anything. */
    static JdbcConnectionDetails run(JdbcConnectionDetails connection) throws IOException {
        String url = connection.getJdbcUrl();
        String user = connection.getUsername();
        String password = connection.getPassword();
        try (Connection alone = DriverManager.getConnection(url, user, password);
                Statement lock = alone.createStatement()) {
            // the lock ends with the connection
            lock.execute("select pg_advisory_lock(hashtext('mulin.migrations'))");
            for (String module : modules()) {
                Flyway.configure()
                        .dataSource(url, user, password)
                        .schemas(module)
                        .defaultSchema(module)
                        .locations("classpath:db/migration/" + module)
                        .load()
                        .migrate();
            }
        } catch (SQLException e) {
            // in words for whoever started the program; what lies deeper says less
            throw new IOException("无法连接数据库 the database cannot be reached: " + e.getMessage());
        }
        return connection;
    }

    private static TreeSet<String> modules() throws IOException {
        var modules = new TreeSet<String>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*.sql")) {
            String[] parts = file.getURL().toString().split("/");
            modules.add(parts[parts.length - 2]);
        }
        return modules;
    }
}
