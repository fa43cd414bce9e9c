package org.mulin.launch.internal;

import java.io.IOException;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One schema and one migration history per module, found in {@code db/migration/MODULE}; order does not matter. */
final class Migrations {
    private Migrations() {}

    static JdbcConnectionDetails run(JdbcConnectionDetails connection) throws IOException {
        for (String module : modules()) {
            Flyway.configure()
                    .dataSource(connection.getJdbcUrl(), connection.getUsername(), connection.getPassword())
                    .schemas(module)
                    .defaultSchema(module)
                    .locations("classpath:db/migration/" + module)
                    .load()
                    .migrate();
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
