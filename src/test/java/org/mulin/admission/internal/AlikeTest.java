package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.policy.PackProblem;
import org.mulin.policy.PackProblems;

/** Apps for the same, in the same place, are told of; the words that only say that something is an app say nothing. */
class AlikeTest {
    private static final int ALIKE = AdmissionSettings.ALIKE_PERCENT.fallback();

    @ParameterizedTest
    @CsvSource({
        "消防安全巡查小程序 随手拍隐患, 消防随手拍平台 群众拍隐患上报, true",
        "消防安全巡查小程序 随手拍隐患, 消防安全巡查, true",
        "消防安全巡查小程序 随手拍隐患, 党员教育学习平台 支部学习资料, false",
        "社区信息管理系统, 社区数据服务平台, false",
        "垃圾分类积分系统 投放计分, 老年助餐平台 订餐结算, false"
    })
    void appsAreAlikeByWhatTheyAreFor(String one, String other, boolean alike) {
        assertThat(Alike.percent(one, other) >= ALIKE).isEqualTo(alike);
        assertThat(Alike.percent(other, one)).isEqualTo(Alike.percent(one, other));
    }

    private static final String HEAD =
            "code,name,kind,senders,areas,basis,about,times,per,hours,from,to,support,cost_yuan,overlaps\n";
    private static final String FIRE = "app-fire,消防安全巡查小程序,platform,street,,依据,随手拍隐患,12,year,1,2026-01-01,,,9,\n";

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "'', app-fire, false",
        "360502001001, '', true",
    })
    void aListWithTwoForTheSameIsRemarkedOnUnlessItSaysSo(String areas, String overlaps, boolean remarked) {
        String more = "app-snap,消防随手拍平台,platform,street," + areas + ",依据,拍隐患上报,12,year,1,2026-01-01,,,9," + overlaps;
        assertThat(remarks(HEAD + FIRE + more)).isEqualTo(remarked);
    }

    @Test
    void whatIsUsedInDifferentPlacesIsNotDouble() {
        String there = FIRE.replace(",street,,", ",street,360502001001,");
        String here = there.replace("app-fire", "app-else").replace("360502001001", "360502001002");
        assertThat(remarks(HEAD + there + here)).isFalse();
    }

    private static boolean remarks(String list) {
        var remarks = new PackProblems();
        AdmissionTable.doubles(new AdmissionTable().rows(list), ALIKE, remarks);
        assertThat(remarks.all()).extracting(PackProblem::line).allMatch(line -> line == 3);
        return !remarks.all().isEmpty();
    }
}
