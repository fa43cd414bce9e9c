package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mulin.triage.Classifier;
import org.mulin.triage.Classifiers;
import org.mulin.triage.Evaluation;
import org.mulin.triage.LabelledText;
import org.mulin.triage.Text;

/** The classifier of any labels, on invented messages. */
class EnsembleTest {
    private static final List<LabelledText> MESSAGES = new SeedExamples(1)
            .of(SmallCity.MATTERS).stream()
                    .filter(example -> !example.label().equals(LinearModel.NONE))
                    .map(example -> new LabelledText(example.text(), example.label(), String.valueOf(example.group())))
                    .toList();

    private static final Classifier MODEL = train(1);

    @TempDir
    private Path folder;

    @Test
    void readsMessagesSubjectsAndTraditionalCharacters() {
        assertThat(label("我们巷子的路灯坏了", "晚上走路看不见，请派人来修")).isEqualTo("L1");
        assertThat(label("", "楼下广场舞太吵了，老人睡不着觉")).isEqualTo("H1");
        assertThat(label("井盖丢失", "")).isEqualTo("L2");
        Text simplified = new Text("垃圾桶满了", "建筑垃圾堆放，垃圾站异味");
        Text traditional = new Text("垃圾桶滿了", "建築垃圾堆放，垃圾站異味");
        assertThat(MODEL.probabilities(traditional)).isEqualTo(MODEL.probabilities(simplified));
        assertThat(MODEL.probabilities(new Text("<b>垃圾桶\u200b满了</b>", "建筑垃圾堆放，垃圾站异味")))
                .isEqualTo(MODEL.probabilities(simplified));
    }

    @Test
    void theSubjectIsHeardBesideALongBody() {
        String body = "请问这件事情什么时候能够处理，谢谢领导。".repeat(20);
        assertThat(label("路灯坏了", body)).isEqualTo("L1");
        assertThat(label("广场舞太吵", body)).isEqualTo("H1");
    }

    @Test
    void sameMessagesAndSeedGiveTheSameFileByteByByte() throws IOException {
        long bytes = MODEL.save(folder.resolve("a"));
        train(1).save(folder.resolve("b"));
        assertThat(folder.resolve("a/classifier.bin"))
                .hasSize(bytes)
                .hasSameBinaryContentAs(folder.resolve("b/classifier.bin"));
    }

    @Test
    void aStoredModelReadsLikeTheOneThatWasTrained() throws IOException {
        MODEL.save(folder);
        Classifier stored = Classifiers.local().load(folder);
        assertThat(stored.labels()).isEqualTo(MODEL.labels());
        for (Text text : List.of(new Text("半夜施工噪音", "天天如此"), new Text("半夜施工噪音", ""))) {
            assertThat(stored.probabilities(text)).isEqualTo(MODEL.probabilities(text));
        }
        assertThat(stored.sureFrom(true)).isEqualTo(MODEL.sureFrom(true));
        assertThat(stored.sureFrom(false)).isEqualTo(MODEL.sureFrom(false));
    }

    @Test
    void absentBrokenAndForeignModelsAreRefused() throws IOException {
        assertThatThrownBy(() -> Classifiers.local().load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no model");
        MODEL.save(folder);
        Path file = folder.resolve("classifier.bin");
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 3, 5, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> Classifiers.local().load(folder)).isInstanceOf(IOException.class);
        }
        Files.writeString(file, "something else");
        assertThatThrownBy(() -> Classifiers.local().load(folder)).hasMessageContaining("of another program");
    }

    @Test
    void oneLabelIsNotEnough() {
        List<LabelledText> one = List.of(new LabelledText(new Text("a", "b"), "x", "1"));
        assertThatThrownBy(() -> Classifiers.local().train(one, 1, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300, seed = "20261129")
    void everyTextGetsProbabilities(@ForAll("hostile") String subject, @ForAll("hostile") String body) {
        double[] probabilities = MODEL.probabilities(new Text(subject, body));
        assertThat(Arrays.stream(probabilities).sum()).isEqualTo(1, within(1e-9));
        assertThat(probabilities).hasSize(4).doesNotContain(Double.NaN);
    }

    @Test
    void timeGrowsWithTheLengthOnly() {
        for (String piece : List.of("路灯坏了，", "<a", "a1", "\u200b", "😀", "请問")) {
            MODEL.probabilities(new Text("", piece.repeat(4_000)));
            long small_ns = best(piece.repeat(6_000 / piece.length()));
            long large_ns = best(piece.repeat(96_000 / piece.length()));
            assertThat((double) large_ns / small_ns)
                    .as("16 times the length of '%s' took %d ns against %d ns", piece, large_ns, small_ns)
                    .isLessThan(64);
        }
    }

    private static long best(String words) {
        long best_ns = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start_ns = System.nanoTime();
            MODEL.probabilities(new Text(words, words));
            best_ns = Math.min(best_ns, System.nanoTime() - start_ns);
        }
        return Math.max(best_ns, 20_000);
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces = Arbitraries.of(
                "路灯坏了",
                "垃圾",
                "😀",
                "\u200b",
                "\u202e",
                "<script>",
                "<",
                "</p>",
                "\u0000",
                "\ud800",
                "\udc00",
                "𠮷",
                "０１２",
                "ludeng huaile",
                "請問",
                "ＡＢ",
                "　",
                "\n",
                "e\u0301");
        return Arbitraries.oneOf(
                Arbitraries.of(""),
                Arbitraries.strings().ofMaxLength(200),
                pieces.list().ofMaxSize(50).map(list -> String.join("", list)),
                pieces.map(piece -> piece.repeat(12_000 / piece.length())));
    }

    private static Classifier train(long seed) {
        return Classifiers.local().train(MESSAGES, seed, _ -> {});
    }

    private static String label(String subject, String body) {
        return MODEL.labels().get(Evaluation.top(MODEL.probabilities(new Text(subject, body))));
    }
}
