package org.mulin.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mulin.policy.PackProblem;

/** What a draft's keeper is shown as new is what the draft brought. */
class NewRemarkTest {
    @Test
    void lessOfTheSameIsNotNew() {
        assertThat(isNew(counted(9, "《城市照明管理规定》", 1), counted(5, "《城市照明管理规定》", 2)))
                .isFalse();
        assertThat(isNew(counted(9, "《城市照明管理规定》", 2), counted(5, "《城市照明管理规定》", 2)))
                .isFalse();
    }

    @Test
    void moreOfTheSameAndAnotherThingAreNew() {
        assertThat(isNew(counted(5, "《城市照明管理规定》", 3), counted(5, "《城市照明管理规定》", 2)))
                .isTrue();
        assertThat(isNew(counted(5, "《物业管理条例》", 1), counted(5, "《城市照明管理规定》", 2)))
                .isTrue();
        assertThat(isNew(remark(0, "duty-no-lead", "路灯"), remark(0, "duty-no-lead", "井盖")))
                .isTrue();
        assertThat(isNew(remark(0, "duty-no-lead", "路灯"), remark(0, "duty-no-lead", "路灯")))
                .isFalse();
    }

    private static boolean isNew(PackProblem now, PackProblem earlier) {
        return DraftCheck.isNew(now, DraftCheck.howMany(List.of(earlier)));
    }

    private static PackProblem counted(int line, String basis, int rows) {
        return remark(line, "duty-basis-no-article", basis, rows);
    }

    private static PackProblem remark(int line, String code, Object... arguments) {
        return new PackProblem("duty.csv", line, "basis", code, List.of(arguments), true);
    }
}
