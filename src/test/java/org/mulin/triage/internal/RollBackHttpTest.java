package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import org.mulin.triage.Correction;
import org.mulin.triage.Triage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Whoever puts an earlier model back has a reason: only a comparison sets it aside. */
class RollBackHttpTest extends MulinHttpTest {
    @Autowired
    private Triage triage;

    @Autowired
    private Teacher teacher;

    @Autowired
    private ModelKeeper models;

    @Autowired
    private JdbcTemplate rows;

    private Browser keeper;

    @BeforeEach
    void keeper() {
        keeper = staffOnPost("hotline-model-keeper");
    }

    @AfterEach
    void forget() {
        FirstModel.again(rows, models);
    }

    @Test
    void whatAPersonPutBackStaysUntilItCanBeCompared() {
        long first = service().at("/serving/version").asLong();
        teach(Slang.taught(30, 0));
        long second = learn();
        assertThat(second).as("nobody chose the first").isGreaterThan(first);
        assertThat(service().get("chosen").asBoolean()).isFalse();
        putBack(first, second, "新模型不行").expect(200);
        assertThat(service().get("chosen").asBoolean()).isTrue();

        teach(Slang.taught(1, 2_000));
        teach(Slang.heldBack(16));
        assertThat(learn()).isEqualTo(first);
        JsonNode held = newest();
        assertThat(held.get("state").asString()).isEqualTo("REFUSED");
        assertThat(held.get("steps").get(0).get("why").asString())
                .isEqualTo("留出工单 16 件，不足 20 件，无从与人工回退启用的 " + first + " 号模型比较，未启用");

        teach(Slang.taught(30, 3_000));
        teach(Slang.said(1, 700_000, true));
        assertThat(learn()).isGreaterThan(first);
        assertThat(newest().get("rival").get("version").asLong()).isEqualTo(first);
        assertThat(service().get("chosen").asBoolean()).isFalse();
    }

    private void teach(List<Correction> corrections) {
        corrections.forEach(triage::learn);
    }

    private long learn() {
        teacher.learn();
        models.load();
        return Objects.requireNonNull(models.served()).version();
    }

    private Browser.Answer putBack(long version, long inService, String reason) {
        return keeper.post("/api/models/" + version + "/services", Map.of("reason", reason, "inService", inService));
    }

    private JsonNode newest() {
        return keeper.get("/api/models?limit=1").expect(200).body().at("/items/0");
    }

    private JsonNode service() {
        return keeper.get("/api/models/service").expect(200).body();
    }
}
