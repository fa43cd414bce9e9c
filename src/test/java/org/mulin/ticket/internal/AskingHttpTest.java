package org.mulin.ticket.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 一问 over HTTP: asked only when the answer changes who gets the appeal; the answer is a reason of the decision. */
class AskingHttpTest extends TicketHttpTest {
    private static final Map<String, Object> HERE = Map.of("areaCode", "360502001001001");
    /** Renovation is the property firm's, noisy neighbours are the street's. */
    private static final String EITHER = "楼上半夜装修太吵睡不着";

    @Test
    void whichOfTwoMattersIsAskedAndTheAnswerDecides() {
        JsonNode read = read(EITHER, HERE, null);
        assertThat(read.get("unit").isNull()).as("unanswered, people decide").isTrue();
        JsonNode matters = read.at("/question/matters");
        assertThat(matters.size()).isEqualTo(2);
        assertThat(matters.at("/0/unit")).isNotEqualTo(matters.at("/1/unit"));
        for (JsonNode choice : matters) {
            String code = choice.get("code").asString();
            JsonNode answered = read(EITHER, HERE, code);
            assertThat(answered.get("question").isNull()).as("asked once").isTrue();
            assertThat(answered.at("/matter/code").asString()).isEqualTo(code);
            assertThat(answered.at("/unit/name")).isEqualTo(choice.get("unit"));
            JsonNode decision = file(EITHER, HERE, code).get("decision");
            assertThat(decision.at("/unit/name")).isEqualTo(choice.get("unit"));
            assertThat(decision.get("automatic").asBoolean()).isTrue();
            assertThat(decision.get("reasons")
                            .valueStream()
                            .map(one -> one.get("text").asString()))
                    .contains("诉求人选择的事项为“" + choice.get("name").asString() + "”");
        }
    }

    @Test
    void whatTheWordsDoNotSuggestIsNoAnswer() {
        JsonNode answered = read(LIFT, HERE, "lab-wage");
        assertThat(answered.at("/matter/code").asString()).isEqualTo("prop-lift");
    }

    @Test
    void anAnswerThatIsNoMatterIsRefused() {
        for (String path : List.of("/api/appeals", "/api/appeals/understandings")) {
            Map<String, Object> body =
                    Map.of("words", LIFT, "place", HERE, "confidential", false, "matterCode", "no-such-matter");
            JsonNode problem = resident().post(path, body).expect(422).body();
            assertThat(problem.get("code").asString()).isEqualTo("matter-unknown");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("matterCode");
        }
    }

    @Test
    void whereIsAskedOnlyWhenTheUnitDependsOnIt() {
        String lift = "电梯坏了好几天，物业一直不修，老人下不了楼";
        JsonNode read = read(lift, Map.of(), null);
        assertThat(read.at("/question/matters").size()).isZero();
        assertThat(read.at("/question/perhaps").isNull()).isTrue();
        assertThat(read(lift, HERE, null).get("question").isNull()).as("told").isTrue();
        assertThat(read("嗯嗯啊啊", Map.of(), null).get("question").isNull())
                .as("people decide, wherever it is")
                .isTrue();
    }

    private JsonNode read(String words, Map<String, Object> place, @Nullable String answer) {
        Map<String, Object> body = new HashMap<>(Map.of("words", words, "place", place));
        body.put("matterCode", answer);
        return resident()
                .post("/api/appeals/understandings", (Object) body)
                .expect(200)
                .body();
    }

    private JsonNode file(String words, Map<String, Object> place, String answer) {
        return resident()
                .post(
                        "/api/appeals",
                        Map.of(
                                "words",
                                words,
                                "photoIds",
                                List.of(),
                                "place",
                                place,
                                "confidential",
                                false,
                                "matterCode",
                                answer))
                .expect(201)
                .body();
    }
}
