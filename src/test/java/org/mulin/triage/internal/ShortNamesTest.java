package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.triage.internal.ShortNames.Standing;

class ShortNamesTest {
    /** Where a place stands and where the same letters are a common word. */
    @ParameterizedTest
    @CsvSource({
        "惠民, 惠民小区路灯坏了, PLACE",
        "惠民, 我住惠民，楼下很吵, PLACE",
        "惠民, 家在惠民三栋二单元, PLACE",
        "惠民, 惠民3栋电梯停了, PLACE",
        "惠民, 惠民门口乱停车, PLACE",
        "惠民, 惠民二期停水, PLACE",
        "惠民, 惠民业主群里都在说, PLACE",
        "惠民, 垃圾车每天路过惠民, PLACE",
        "阳光, 阳光物业不修门禁, PLACE",
        "阳光, 阳光北门的井盖翘了, PLACE",
        "桂苑, 桂苑的路灯不亮, PLACE",
        "澄园, 澄园停水两天, PLACE",
        "a1, a1的路不平, PLACE",
        "松柏里, 松柏里的垃圾没人收, PLACE",
        "文明小区, 我住在文明小区, PLACE",
        "平安小区, 平安小区6号楼漏水, PLACE",
        "菜市场, 菜市场门口积水, PLACE",
        "惠民, 惠民工程什么时候开始, NO_PLACE",
        "惠民, 请落实惠民政策, NO_PLACE",
        "惠民, 便民惠民的好事, NO_PLACE",
        "惠民, 在惠民方面做得不够, NO_PLACE",
        "阳光, 阳光房是违建, DOUBTFUL",
        "阳光, 挡住了阳光，采光不好, DOUBTFUL",
        "阳光, 一楼照不到阳光, NO_PLACE",
        "阳光, 白天晒到阳光, NO_PLACE",
        "文明, 保安不文明, NO_PLACE",
        "文明, 文明出行没有人管, NO_PLACE",
        "和平, 和平解决邻里矛盾, DOUBTFUL",
        "幸福, 老百姓的幸福感, NO_PLACE",
        "幸福, 日子更幸福了, NO_PLACE",
        "惠民, 惠民超市卖过期食品, DOUBTFUL",
        "惠民, 惠民, DOUBTFUL",
        "惠民, 惠民路积水, DOUBTFUL",
        "文明小区, 创建文明小区搞形式, NO_PLACE",
        "文明小区, 怎么评上文明小区的, DOUBTFUL",
        "公园, 公园的灯不亮, DOUBTFUL",
        "新农村, 新农村建设占了地, NO_PLACE",
    })
    void aShortNameNeedsAWordThatGoesWithAPlace(String name, String words, Standing standing) {
        Plain plain = Plain.of(words);
        int from = plain.toString().indexOf(name);
        assertThat(ShortNames.of(plain, from, from + name.length())).isEqualTo(standing);
    }
}
