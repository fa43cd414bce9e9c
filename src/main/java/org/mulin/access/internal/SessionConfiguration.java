package org.mulin.access.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are kept. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {
    /** The parameters of Spring Session's own statement, in its order. */
    private static final String UPDATE = """
            update %TABLE_NAME% as kept
            set session_id = seen.session_id, last_access_time = seen.last_access_time,
                max_inactive_interval = seen.max_inactive_interval, expiry_time = seen.expiry_time,
                principal_name = seen.principal_name
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as int), cast(? as bigint), cast(? as text),
                          cast(? as char(36))))
                as seen (session_id, last_access_time, max_inactive_interval, expiry_time, principal_name, primary_id)
            where kept.primary_id = seen.primary_id
              and (kept.session_id <> seen.session_id
                or kept.last_access_time < seen.last_access_time - 60000
                or kept.max_inactive_interval <> seen.max_inactive_interval
                or kept.principal_name is distinct from seen.principal_name)
            """;

    /**
     * A session is written again at most once a minute for having been used, not at each request: reading alone then
     * writes nothing. It may end up to a minute early.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> seldomTouched() {
        return sessions -> sessions.setUpdateSessionQuery(UPDATE);
    }
}
