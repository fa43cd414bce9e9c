package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;
import org.springframework.beans.factory.annotation.Autowired;

class EmbeddedDatabaseTest extends MulinHttpTest {
    @Autowired
    private DSLContext sql;

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
}
