package org.mulin.ticket.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.policy.PackProblem;
import org.mulin.policy.PackProblems;
import org.mulin.triage.Matter;
import org.mulin.triage.Matters;
import org.mulin.triage.Urgency;

class DutyRemarksTest {
    private static final Matters MATTERS = new Matters(List.of(
            matter("env", "市容", null),
            matter("env-litter", "乱扔垃圾", "env"),
            matter("env-dust", "扬尘", "env"),
            matter("lone", "孤单的事", null)));

    /** Rows of the duty list parted by a bar, and what is to be said of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "env,city,a,, # duty-no-lead[孤单的事]",
                "env-litter,city,a,,|lone,city,a,, # duty-no-lead[扬尘]",
                "env,city,a,,|lone,city,a,, #",
                "env,city,a,b,|lone,city,b,a, #",
                "env,city,a,b,|env,street,b,a,|lone,city,a,, # duty-loop[市容, a → b → a]",
                "env,city,a,b,|env,street,b,c,|env,county,c,d;a,|lone,city,a,, # duty-loop[市容, a → b → c → a]",
                "env,city,a,b,|env,street,b,c,|env,county,c,d,|lone,city,a,, #",
                "env,city,a,,|env,street,a,,|lone,city,a,, # duty-same-lead[市容, city, street, a]",
                "env,city,a,b,|env,county,a,,|env,street,b,a,|lone,city,a,,"
                        + " # duty-loop[市容, a → b → a] duty-same-lead[市容, city, county, a]"
            })
    void aListSaysWhatItHardlyMeans(String rows, String expected) {
        StringBuilder duty = new StringBuilder("matter,level,lead,assists,basis,limit,self_help\n");
        for (String row : rows.strip().split("\\|")) {
            duty.append(row.substring(0, row.length() - 1)).append(",《法》第一条,3wd,\n");
        }
        var remarks = new PackProblems();

        DutyRemarks.find(new DutyTable().rows(duty.toString()), MATTERS, unit -> unit, remarks);

        List<String> said = remarks.all().stream()
                .sorted(PackProblem.BY_PLACE)
                .map(each -> each.code() + each.arguments())
                .toList();
        assertThat(String.join(" ", said)).isEqualTo(expected == null ? "" : expected);
    }

    /** What is written as the basis of two rows, and how many of them are told of; none: empty. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "《物业管理条例》第三十五条 # 《物业管理条例》第四十六条 #",
                "《物业管理条例》 # 《物业管理条例》第四十六条 # [《物业管理条例》, 1]",
                "《物业管理条例》 # 《物业管理条例》 # [《物业管理条例》, 2]",
                "《甲法》第一条、《乙办法》 # 《甲法》第二条第三款 # [《甲法》第一条、《乙办法》, 1]",
                "国务院办公厅《关于老旧小区改造的指导意见》 # 本市权责清单 #"
            })
    void aLawIsCitedByItsArticle(String one, String other, @Nullable String expected) {
        String duty = "matter,level,lead,assists,basis,limit,self_help\nenv,city,a,," + one + ",3wd,\nlone,city,a,,"
                + other + ",3wd,\n";
        var remarks = new PackProblems();

        DutyRemarks.find(new DutyTable().rows(duty), MATTERS, unit -> unit, remarks);

        assertThat(remarks.mistakes()).isEmpty();
        assertThat(remarks.all().stream()
                        .map(each -> each.code() + each.arguments())
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of("duty-basis-no-article" + expected));
    }

    private static Matter matter(String code, String name, @Nullable String parent) {
        return new Matter(code, name, parent, Urgency.NORMAL, false, null, null, List.of());
    }
}
