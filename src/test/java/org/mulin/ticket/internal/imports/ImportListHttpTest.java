package org.mulin.ticket.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mulin.base.Browser;
import org.mulin.base.MulinHttpTest;
import tools.jackson.databind.JsonNode;

/** 导入记录. */
class ImportListHttpTest extends MulinHttpTest {
    @Test
    void theListGoesOnWhereItEnded() {
        Browser operator = staffOnPost("hotline-clerk");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] csv = ("id,body\nlist-" + i + ",路灯坏了\n").getBytes(StandardCharsets.UTF_8);
            made.add(operator.upload("/api/imports", "file", "n.csv", csv)
                    .expect(201)
                    .body()
                    .path("id")
                    .asString());
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (walked.size() < made.size()) {
            JsonNode page =
                    operator.get("/api/imports?limit=1" + cursor).expect(200).body();
            walked.add(page.at("/items/0/id").asString());
            cursor = "&cursor=" + page.get("next").asString();
        }
        assertThat(walked).containsExactlyElementsOf(made.reversed());
    }
}
