package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** The server is shared: whoever taught it something makes it forget, so that the next test's words are read anew. */
final class FirstModel {
    private FirstModel() {}

    static void again(JdbcTemplate rows, ModelKeeper models) {
        long first = Objects.requireNonNull(rows.queryForObject("select min(version) from triage.model", Long.class));
        rows.update("delete from triage.correction");
        rows.update("update triage.model set state = 'EARLIER' where state = 'SERVING'");
        rows.update("update triage.model set state = 'SERVING' where version = ?", first);
        rows.update("delete from triage.model_step where model > ? or number > 1", first);
        rows.update("delete from triage.model where version > ?", first);
        models.load();
        assertThat(Objects.requireNonNull(models.served()).version()).isEqualTo(first);
    }
}
