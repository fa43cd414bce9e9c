package org.mulin.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldProblemsTest {
    private static final Map<String, Object> AT_MOST_3 = Map.of("min", 0, "max", 3);

    @Test
    void aTextHasCharactersAndAListHasItems() {
        assertThat(FieldProblems.of("words", "Size", AT_MOST_3, "路灯不亮").code()).isEqualTo("field-too-long");
        FieldProblem many = FieldProblems.of("photoIds", "Size", AT_MOST_3, List.of(1, 2, 3, 4));
        assertThat(many.code()).isEqualTo("field-too-many");
        assertThat(many.arguments()).containsExactly(3);
        assertThat(FieldProblems.of("photoIds", "Size", Map.of("min", 1, "max", 6), List.of())
                        .code())
                .isEqualTo("field-required");
    }
}
