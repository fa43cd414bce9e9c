package org.mulin.launch.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.mulin.base.Sealing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one node has under its feet: clock, database, key. */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {
    /** The demo brings a clock of its own. */
    @Bean
    @ConditionalOnProperty(name = "mulin.demo", havingValue = "false")
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "mulin.db.url", matchIfMissing = true, havingValue = "embedded")
    EmbeddedDatabase embeddedDatabase(@Value("${mulin.data}") Path data) throws IOException {
        return EmbeddedDatabase.start(data.toAbsolutePath().resolve("postgres"));
    }

    /** Whoever wants a connection gets one to a database that has been migrated. */
    @Bean
    @ConditionalOnProperty(name = "mulin.db.url", matchIfMissing = true, havingValue = "embedded")
    JdbcConnectionDetails embeddedConnection(EmbeddedDatabase database) throws IOException {
        return Migrations.run(new Connection(database.url(), EmbeddedDatabase.USER, database.password()));
    }

    @Bean
    @ConditionalOnMissingBean(JdbcConnectionDetails.class)
    JdbcConnectionDetails connection(
            @Value("${mulin.db.url}") String url,
            @Value("${mulin.db.user}") String user,
            @Value("${mulin.db.password}") String password)
            throws IOException {
        return Migrations.run(new Connection(url, user, password));
    }

    /** The key comes from the environment, or else lives in a file beside the data, never in the database. */
    @Bean
    Sealing sealing(@Value("${mulin.data}") Path data, @Value("${mulin.key:#{null}}") @Nullable String key)
            throws IOException {
        return new Sealing(
                key == null
                        ? Secrets.bytes(data.resolve("keys/sealing"))
                        : HexFormat.of().parseHex(key));
    }

    record Connection(String url, String user, String password) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }
    }
}
