package org.mulin.triage.internal.like;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mulin.triage.internal.Plain;

/** What two messages tell about their places. */
class NameReaderTest {
    private static Names names(String words, String... known) {
        return NameReader.of(Plain.of(""), Plain.of(words), List.of(known));
    }

    @ParameterizedTest
    @CsvSource({
        "桂苑小区2单元的电梯坏了, 澄园3栋的电梯坏了, DIFFERENT",
        "桂苑的电梯坏了, 我住桂苑小区；电梯坏了, SAME",
        "云栖新城旁边建搅拌站, 我是云栖新城小区业主；搅拌站太吵, SAME",
        "云栖新城二期停水, 云栖新城小区停水, SAME",
        "湖畔人家停水, 翰林雅苑停水, DIFFERENT",
        "枫谷雅苑停水, 翰林雅苑停水, DIFFERENT",
        "粮库宿舍漏水, 铸造厂家属院漏水, DIFFERENT",
        "我们小区电梯坏了, 桂苑小区电梯坏了, UNKNOWN",
        "附近小区太吵, 桂苑小区太吵, UNKNOWN",
        "听雨巷路灯不亮, 惠民巷的路灯不亮, DIFFERENT",
        "人民东路积水, 人民路积水, SAME",
        "人民路积水, 解放路积水, DIFFERENT",
        "东湖大道积水, 长青北路积水, DIFFERENT",
        "马路上积水；这条路没人修, 人民路积水, UNKNOWN",
        "走过去的路灯不亮, 惠民巷路灯不亮, UNKNOWN",
        "桂苑小区门口的人民路积水, 人民路积水, SAME",
        "桂苑小区门口的人民路积水, 澄园小区门口的人民路积水, DIFFERENT",
        "澄湖小学门口堵车, 明德小学门口堵车, DIFFERENT",
        "孩子上小学难, 明德小学门口堵车, UNKNOWN",
        "澄湖农贸市场太脏, 荷溪市场太脏, DIFFERENT",
        "恒大工地半夜施工, 碧桂园工地半夜施工, DIFFERENT",
        "金鼎村没通自来水, 石塘铺村没通自来水, DIFFERENT",
        "A3区梅溪湖街道办事, A3区西湖街道办事, DIFFERENT",
        "A3区噪声, A7县噪声, DIFFERENT",
        "A3区噪声, 桂苑小区噪声, UNKNOWN",
        "电梯坏了, 电梯坏了, UNKNOWN"
    })
    void whoNamesAnotherPlaceOfTheSameLevelIsElsewhere(String one, String other, Names.Agreement agreement) {
        assertThat(names(one).with(names(other))).isEqualTo(agreement);
        assertThat(names(other).with(names(one))).isEqualTo(agreement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我们小区的物业不管事",
                "整个小区都停水了",
                "我家住三楼",
                "道路坑洼，马路上全是泥",
                "十字路口没有红绿灯",
                "街道办没人接电话",
                "社区医生上门",
                "公园里没有厕所",
                "孩子上幼儿园太难",
                "政府部门互相推诿",
                "家庭困难，申请低保",
                "县城里到处堵车",
                "农村没有路灯",
                "开庭延期",
                "工地噪声",
                "市区公交太少",
                "新区建设",
                "小区里有人养鸡"
            })
    void whatIsSaidOfAnyPlaceIsNoName(String words) {
        assertThat(names(words).isEmpty()).isTrue();
    }

    @Test
    void whatTheRegisterKnowsIsOnePlaceHoweverItIsCalled() {
        Names full = names("云栖里小区3栋漏水", "云栖里小区");
        Names alias = names("云西里3栋漏水", "云栖里小区");
        assertThat(full.with(alias)).isEqualTo(Names.Agreement.SAME);
        assertThat(alias.with(names("月轩里3栋漏水", "月轩里"))).isEqualTo(Names.Agreement.DIFFERENT);
        assertThat(names("静野弄", "静野弄").with(alias)).isEqualTo(Names.Agreement.UNKNOWN);
    }
}
