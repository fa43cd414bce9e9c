package org.mulin.admission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.admission.internal.AdmissionList.Asked;
import org.mulin.base.Refused;
import org.mulin.organization.Unit;
import org.mulin.policy.PackCheck;
import org.mulin.policy.PackProblems;
import org.mulin.policy.SmallPack;

/** What the list allows, and which rule forbids the rest. */
class AdmissionListTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Unit URBAN =
            new Unit(new UUID(0, 1), "urban", "城管中队", "urban_management", "3605", null, "", true);

    private static final Quotas QUOTAS =
            PackCheck.read(SmallPack.folder(), PackCheck.tables()).content(QuotasTable.class);

    private static AdmissionItem item(String code, LocalDate from, @Nullable LocalDate to, int times, Per per) {
        return new AdmissionItem(
                code,
                "垃圾分类指导",
                ItemKind.SERVICE,
                List.of("kind:urban_management"),
                List.of("360502001001"),
                "依据",
                "内容",
                times,
                per,
                BigDecimal.TWO,
                from,
                to,
                "",
                null,
                List.of());
    }

    private static final AdmissionList LIST = new AdmissionList(List.of(
            item("sorting", DAY.minusDays(300), DAY, 2, Per.MONTH),
            item("old", DAY.minusDays(300), DAY.minusDays(1), 2, Per.MONTH),
            item("coming", DAY.plusDays(1), null, 2, Per.MONTH)));

    private static AdmissionItem admit(String code, Unit sender, LocalDate day, boolean covered, int sent) {
        return LIST.admit(new Asked(code, sender, "百花湖社区", day), _ -> covered, _ -> sent);
    }

    @Test
    void whatIsOnTheListMayBeAskedUpToItsLastDay() {
        assertThat(admit("sorting", URBAN, DAY, true, 1).code()).isEqualTo("sorting");
    }

    @ParameterizedTest
    @CsvSource({
        "moon, urban_management, 0, true, 0, admission-not-listed",
        "old, urban_management, 0, true, 0, admission-expired",
        "sorting, urban_management, 1, true, 0, admission-expired",
        "coming, urban_management, 0, true, 0, admission-not-begun",
        "sorting, health, 0, true, 0, admission-not-yours",
        "sorting, urban_management, 0, false, 0, admission-elsewhere",
        "sorting, urban_management, 0, true, 2, admission-too-often"
    })
    void whatIsNotIsRefusedWithTheRule(String code, String kind, int later, boolean covered, int sent, String rule) {
        Unit sender = new Unit(URBAN.id(), "u", "某单位", kind, "3605", null, "", true);
        assertThatThrownBy(() -> admit(code, sender, DAY.plusDays(later), covered, sent))
                .isInstanceOf(Refused.class)
                .hasMessage(rule);
    }

    private static final AdmissionList CITY = list("""
                    code,name,kind,senders,areas,basis,about,times,per,hours,from,to,support,cost_yuan,overlaps
                    sorting,生活垃圾分类指导,service,kind:urban_management,,依据,桶边指导和入户宣传，督查由城管部门承担,4,month,6,2026-01-01,,,,
                    clean,爱国卫生协助,service,kind:urban_management,,依据,组织卫生清洁日，配合统一消杀,1,month,5,2026-01-01,,,,
                    census,人口普查、经济普查及国家统计调查协助,service,kind:statistics,,依据,普查登记期间派员引导普查员入户，平时不填报,2,year,40,2026-01-01,,,,
                    aid,社会救助对象入户核查,service,kind:civil_affairs,,依据,协助街道入户核实新申请和动态管理对象的家庭状况,12,month,2,2026-01-01,,,,
                    polio,预防接种通知,service,kind:health,,依据,按名单通知，接种由卫生服务中心承担,1,month,2,2026-01-01,2026-06-30,,,
                    notice,接种通知,service,kind:health,,依据,按名单通知，接种由卫生服务中心承担,1,month,2,2026-01-01,,,,
                    """);

    private static AdmissionList list(String text) {
        var table = new AdmissionTable();
        return table.read(table.rows(text), new PackProblems());
    }

    @ParameterizedTest
    @CsvSource({
        "人口普查入户登记, 本周起逐户登记人口普查表，统一录入，周五前报送。, census",
        "低保核对, 入户核实新申请对象的家庭状况, aid",
        "接种通知, 按名单通知未接种儿童, notice",
        "桶边指导周, 周末在投放点指导分类，拍两张照片，不用填表。, ''",
        "入户宣传, 上门发放垃圾分类手册。, ''",
        "周六卫生清洁日, 组织居民打扫卫生，配合消杀。, ''",
        "通知居民, 周六桶边指导，请居民参加。, ''",
    })
    void wordsAboutAnotherLineAreKnown(String title, String words, String other) {
        int alike = AdmissionSettings.ALIKE_PERCENT.fallback();
        AdmissionItem sorting = CITY.find("sorting", DAY).orElseThrow();
        assertThat(CITY.inDisguise(sorting, URBAN, DAY, title, words, alike)
                        .map(AdmissionItem::code)
                        .orElse(""))
                .isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource({"WEEK, 2026-11-16", "MONTH, 2026-11-01", "QUARTER, 2026-10-01", "YEAR, 2026-01-01"})
    void aStretchBegins(Per per, LocalDate begin) {
        assertThat(per.begin(DAY)).isEqualTo(begin);
    }

    @Property(tries = 2_000, seed = "20261129")
    void aStretchIsTheCalendars(@ForAll @IntRange(min = 0, max = 4_000) int days) {
        LocalDate day = LocalDate.of(2020, 1, 1).plusDays(days);
        assertThat(Per.WEEK.begin(day).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(Per.WEEK.begin(day)).isBetween(day.minusDays(6), day);
        LocalDate quarter = Per.QUARTER.begin(day);
        assertThat(quarter.get(IsoFields.DAY_OF_QUARTER)).isEqualTo(1);
        assertThat(quarter.get(IsoFields.QUARTER_OF_YEAR)).isEqualTo(day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** However the sender tries, in no stretch a community gets it oftener than the list says. */
    @Property(tries = 500, seed = "20261129")
    void neverOftenerThanTheListSays(
            @ForAll @IntRange(min = 1, max = 4) int times,
            @ForAll Per per,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 20) Integer> gaps) {
        var list = new AdmissionList(List.of(item("sorting", DAY, null, times, per)));
        List<LocalDate> sent = new ArrayList<>();
        LocalDate day = DAY;
        for (int gap : gaps) {
            day = day.plusDays(gap);
            LocalDate today = day;
            long inStretch = sent.stream()
                    .filter(each -> per.begin(each).equals(per.begin(today)))
                    .count();
            try {
                list.admit(new Asked("sorting", URBAN, "百花湖社区", today), _ -> true, begin -> (int)
                        sent.stream().filter(each -> !each.isBefore(begin)).count());
                assertThat(inStretch).isLessThan(times);
                sent.add(today);
            } catch (Refused refused) {
                assertThat(refused.code()).isEqualTo("admission-too-often");
                assertThat(inStretch).isEqualTo(times);
            }
        }
    }

    /** The city's own table, on wordings that lay a quota on communities and on wordings that do not. */
    @ParameterizedTest
    @CsvFileSource(resources = "/quota-texts.csv", numLinesToSkip = 1)
    void quotasAreKnownByTheirWords(String words, boolean quota) {
        assertThat(QUOTAS.isIn(words)).isEqualTo(quota);
    }
}
