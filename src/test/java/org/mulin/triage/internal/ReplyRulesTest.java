package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mulin.triage.ReplyKind.EXPLANATION;
import static org.mulin.triage.ReplyKind.PROMISE;
import static org.mulin.triage.ReplyKind.RESULT;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mulin.triage.ReplyKind;
import org.mulin.triage.ReplyPrint;
import org.mulin.triage.ReplyReader;
import org.mulin.triage.ReplyReading;

/** What invented replies of the neighbourhood around 云栖里 are to whoever asked. */
class ReplyRulesTest {
    private final ReplyReader reader = ReplyReader.local();

    @ParameterizedTest
    @CsvSource({
        "楼道灯坏了三天, 您好！接到您的反映后，物业公司已于11月3日更换二单元三盏楼道灯，现已恢复照明。感谢您的支持！, RESULT",
        "楼下占道经营, 执法队员当场下达《责令改正通知书》，并对占道摊点进行了清理。, RESULT",
        "楼道灯坏了三天, 您好！您反映的问题我们高度重视，已列入下月维修计划，将尽快安排人员维修，请您耐心等待。, PROMISE",
        "河边缺护栏, 目前正在协调区水利局，预计明年年底前开工。, PROMISE",
        "河边缺护栏, 您好，您反映的问题已转交区水利局核实处理。, PROMISE",
        "咨询医保参保, 根据《城乡居民基本医疗保险办法》，居民凭身份证和户口本到社区服务中心办理参保手续。, EXPLANATION",
        "要求拆除围墙, 经核实，该围墙在用地红线以内，手续齐全，不属于违法建设，不予拆除。, EXPLANATION",
        "楼上麻将馆扰民, 接到投诉后，民警对该麻将馆老板进行了训诫谈话。, RESULT",
        "楼道堆满杂物, 经现场核实情况属实，社区已向该户下达了《责令限期改正通知书》。, RESULT",
        "楼道堆满杂物, 社区已向该户宣讲了《消防法》。, EXPLANATION",
        "隔壁装修砸墙, 工作人员上门核实属实，业主随后对违规部分进行了改正。, RESULT",
        "路口车多, 该路口时速四十公里，两侧是居民楼，早晚各一个高峰，平时车不多，路宽六米，灯隔两分钟，将来再看。, EXPLANATION",
        "路口车多, 该路口时速四十公里，平时车不多，将增设标志。, PROMISE",
        "请问小学什么时候建, 该校目前正在办理前期手续，计划明年开工。, PROMISE",
    })
    void tellsResultsPromisesAndExplanationsApart(String asked, String reply, ReplyKind kind) {
        assertThat(reader.read(asked, reply).kind()).isEqualTo(kind);
    }

    @Test
    void saysWhichClausesTold() {
        ReplyReading done = reader.read("垃圾没人清", "接到投诉后，社区已清运垃圾两车，今后将加强巡查。");
        assertThat(done.kind()).isEqualTo(RESULT);
        assertThat(done.telling()).containsExactly("社区已清运垃圾两车");
        ReplyReading handedOn = reader.read("垃圾没人清", "您好！您反映的问题已转城管局办理。");
        assertThat(handedOn.kind()).isEqualTo(PROMISE);
        assertThat(handedOn.bareForwarding()).isTrue();
    }

    @Test
    void whatIsForbiddenOrConditionalIsNoAct() {
        assertThat(reader.read("求处理", "如发现违规，一经查实将依法处罚；尚未发现需要拆除的建筑。").kind()).isNotEqualTo(RESULT);
    }

    @Test
    void aPrintHoldsWhatIsOwnAndNothingElse() {
        ReplyPrint one = reader.print("网友“云栖”您好！留言收悉。该路段已列入明年道路提质改造计划。感谢您的支持！2026年3月1日");
        ReplyPrint same = reader.print("尊敬的居民：您好！该路段已列入明年道路提质改造计划。2026年5月9日");
        ReplyPrint other = reader.print("广场舞音响已由民警劝导调低音量。");
        assertThat(one.shareIn(same)).isEqualTo(1);
        assertThat(one.shareIn(other)).isLessThan(0.2);
        assertThat(reader.print("您好！留言已收悉，感谢您的支持。").isEmpty()).isTrue();
        assertThat(new ReplyPrint().shareIn(one))
                .as("who says nothing says what all say")
                .isEqualTo(1);
    }

    @Property(seed = "20261130")
    void neverFailsWhateverStandsInIt(@ForAll @StringLength(max = 300) String asked, @ForAll String reply) {
        ReplyReading reading = reader.read(asked, reply);
        assertThat(reading.telling()).hasSizeLessThanOrEqualTo(ReplyReading.TELLING_MAX);
        assertThat(reader.print(reply).shareIn(reader.print(reply))).isEqualTo(1);
    }

    @Test
    void aLongTextWithoutAnyStopIsReadInItsLength() {
        for (String part : new String[] {"关于", "已将", "待进一步", "督促整改", "2026年", "“", "将尽快处理，"}) {
            String reply = part.repeat(20_000);
            assertThat(java.util.concurrent.CompletableFuture.supplyAsync(() -> reader.read(reply, reply)))
                    .as(part)
                    .succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(reader.read("", "").kind()).isEqualTo(EXPLANATION);
    }
}
