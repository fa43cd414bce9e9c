package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.Matters;
import org.mulin.triage.Text;

class TrainerTest {
    private final LinearModel model = SmallCity.model();

    @Test
    void readsWhatTheCatalogueHasPhrasesFor() {
        assertThat(first("我们巷子的路灯坏了", "晚上走路看不见，请派人来修").code()).isEqualTo("L1");
        assertThat(first("", "楼下广场舞太吵了，老人睡不着觉").code()).isEqualTo("H1");
        assertThat(first("井盖丢失", "很危险").code()).isEqualTo("L2");
    }

    @Test
    void isSureOfPlainWordsAndUnsureOfStrangeOnes() {
        assertThat(first("小区门口路灯不亮", "路灯坏了好几天").probability()).isGreaterThan(0.8);
        assertThat(first("咨询公积金贷款额度", "想问一下怎么提取").probability()).isLessThan(0.5);
        assertThat(first("路灯，垃圾", "").probability()).isLessThan(0.9);
    }

    @Test
    void whatIsAboutNoMatterAtAllIsTakenForNone() {
        assertThat(first("", "你们管一管我们小区").probability()).isLessThan(0.1);
        assertThat(first("孩子上学的学位不够", "入学要什么材料").probability()).isLessThan(0.1);
        Text text = new Text("", "到底有没有人管");
        assertThat(ReadingService.matters(model, text, Plain.of(text.whole())))
                .hasSize(3)
                .extracting(MatterGuess::code)
                .doesNotContain(LinearModel.NONE);
    }

    @Test
    void whatTheCatalogueHoldsIsNoBackground() {
        List<String> phrases = Background.phrases(SmallCity.MATTERS);
        assertThat(phrases).isNotEmpty().noneMatch(phrase -> phrase.contains("路灯"));
        Matters schools = new Matters(List.of(
                SmallCity.matter("S", "入学", null, "孩子没有学位", "划片不公", "学区划分"),
                SmallCity.matter("T", "其他", null, "一", "二", "三")));
        assertThat(Background.phrases(schools)).isNotEmpty().noneMatch(phrase -> phrase.contains("学区"));
    }

    @Test
    void saysWhichWordsTold() {
        Text text = new Text("您好，请问：我们小区的Ｌ栋旁边垃圾桶满了", "一直没有人管");
        assertThat(TellingWords.of(model, new int[] {model.labels.indexOf("H2")}, text, Plain.of(text.whole()))
                        .getFirst())
                .first()
                .asString()
                .contains("垃圾");
    }

    @Test
    void whatToldIsAWordNeverAPieceOfOneNorAWordOfEverySentence() {
        Matters stairs = new Matters(List.of(
                SmallCity.matter("S", "楼道", null),
                SmallCity.matter("S1", "楼道堆物", "S", "楼道里堆满杂物", "楼道堆放杂物", "过道里堆满东西", "楼道口那个地方堆满了杂物"),
                SmallCity.matter("S2", "路灯不亮", "S", "路灯坏了", "路灯不亮", "晚上没有路灯")));
        LinearModel model = new Trainer(1).train(new SeedExamples(1).of(stairs));
        Text text = new Text("3号楼楼道里堆满杂物", "过道口那个地方又不行了，楼道里堆满杂物");
        List<String> told = TellingWords.of(model, new int[] {model.labels.indexOf("S1")}, text, Plain.of(text.whole()))
                .getFirst();
        assertThat(told).isNotEmpty().isSubsetOf("楼道", "堆满", "杂物", "过道", "地方");
    }

    @Test
    void sameExamplesAndSeedGiveTheSameModelBitByBit() {
        assertThat(SmallCity.model().toBytes()).isEqualTo(model.toBytes());
    }

    @Test
    void aStoredModelReadsLikeTheOneThatWasTrained() {
        LinearModel stored = LinearModel.fromBytes(model.toBytes());
        Text text = new Text("半夜施工噪音", "天天如此");
        Plain plain = Plain.of(text.whole());
        assertThat(stored.probabilities(stored.scores(text, plain)))
                .isEqualTo(model.probabilities(model.scores(text, plain)));
        assertThat(stored.toBytes()).isEqualTo(model.toBytes());
    }

    @Test
    void correctionsTeachWordsThatNoPhraseHolds() {
        Text text = new Text("共享单车挡住盲道", "随意停放");
        List<Example> examples = new ArrayList<>(new SeedExamples(1).of(SmallCity.MATTERS));
        double before = probability(new Trainer(1).train(examples), "L2", text);
        for (int i = 0; i < 4; i++) {
            examples.add(new Example(new Text("共享单车挡住盲道", "第" + i + "次反映"), "L2", 1_000 + i, true));
        }
        assertThat(probability(new Trainer(1).train(examples), "L2", text)).isGreaterThan(before + 0.3);
    }

    @Test
    void theSharpnessIsFittedToWhatWasRight() {
        List<double[]> scores = new ArrayList<>();
        List<Integer> truths = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 4_000; i++) {
            double margin = random.nextDouble() * 2;
            scores.add(new double[] {margin, 0});
            truths.add(random.nextDouble() < 1 / (1 + Math.exp(-3 * margin)) ? 0 : 1);
        }
        assertThat(Sharpness.fit(scores, truths, 0.2f, 12)).isBetween(2.7f, 3.3f);
    }

    private MatterGuess first(String subject, String body) {
        Text text = new Text(subject, body);
        return ReadingService.matters(model, text, Plain.of(text.whole())).getFirst();
    }

    private static double probability(LinearModel model, String label, Text text) {
        double[] all = model.probabilities(model.scores(text, Plain.of(text.whole())));
        return all[model.labels.indexOf(label)];
    }
}
