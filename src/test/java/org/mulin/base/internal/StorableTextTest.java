package org.mulin.base.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mulin.base.MulinHttpTest;

class StorableTextTest extends MulinHttpTest {
    @Test
    void aNulInABodyIsRefusedAtItsField() {
        var problem = resident()
                .post("/api/appeals", "{\"words\":\"路灯\\u0000不亮\",\"photoIds\":[],\"place\":{},\"confidential\":false}")
                .expect(400);
        assertThat(problem.body().get("errors").get(0).get("field").asString()).isEqualTo("words");
    }

    @Test
    void halfACharacterIsRefusedAtItsField() {
        var problem = resident()
                .post("/api/appeals", "{\"words\":\"\\ud800灯坏了\",\"photoIds\":[],\"place\":{},\"confidential\":false}")
                .expect(400);
        assertThat(problem.body().get("errors").get(0).get("field").asString()).isEqualTo("words");
    }

    @Test
    void aNumberIsNoText() {
        var problem = resident()
                .post("/api/appeals", "{\"words\":12345,\"photoIds\":[],\"place\":{},\"confidential\":false}")
                .expect(400);
        assertThat(problem.body().get("errors").get(0).get("field").asString()).isEqualTo("words");
    }

    @Test
    void aNulInAParameterIsRefused() {
        assertThat(administrator().get("/api/accounts?q=a%00b").expect(400).code())
                .isEqualTo("text-unstorable");
    }
}
