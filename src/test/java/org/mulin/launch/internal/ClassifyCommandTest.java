package org.mulin.launch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./mulin classify} as scripts call it: JSON on stdout, everything else on stderr. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class ClassifyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void trainsPredictsAndEvaluates() throws IOException {
        Path file = messages(folder.resolve("messages.jsonl"));
        RanCommand trained = run("train", file.toString(), "--model", model());
        assertThat(trained.status()).isZero();
        assertThat(trained.json().path("labelled").asInt()).isEqualTo(60);
        assertThat(trained.json().path("unlabelled").asInt()).isEqualTo(1);
        assertThat(trained.json().path("labels").toString()).isEqualTo("[\"噪声\",\"照明\"]");
        assertThat(trained.err())
                .contains("训练模型 training the model")
                .contains("1 条无标签消息已检查")
                .contains("1 messages without a label were read and are not used");

        RanCommand told = run("predict", file.toString(), "--model", model());
        assertThat(told.status()).isZero();
        String[] lines = told.out().split("\n");
        assertThat(lines).hasSize(61);
        JsonNode first = new JsonMapper().readTree(lines[0]);
        assertThat(first.path("uid").asString()).isEqualTo("m0");
        assertThat(first.path("label").asString()).isEqualTo("照明");
        assertThat(first.path("probabilities").path("照明").asDouble())
                .isEqualTo(first.path("p").asDouble());
        assertThat(new JsonMapper().readTree(lines[60]).path("uid").asString())
                .as("without an id it is called by its line")
                .isEqualTo("62");

        JsonNode measured =
                run("evaluate", file.toString(), "--model", model(), "--json").json();
        assertThat(measured.path("n").asInt()).isEqualTo(60);
        assertThat(measured.path("perClass").path("噪声").path("n").asInt()).isEqualTo(30);
        assertThat(measured.path("coverageAt97").isNumber()).isTrue();
        assertThat(measured.path("unlabelled").asInt()).isEqualTo(1);
        assertThat(measured.path("macroF1").asDouble()).isEqualTo(1);
        assertThat(measured.path("subjectOnly").path("accuracy").asDouble()).isGreaterThan(0.9);
        assertThat(measured.path("messagesPerSecond").asInt()).isPositive();
    }

    @Test
    void gzipSplitsAndLabelsNeverLearntWork() throws IOException {
        Path file = messages(folder.resolve("messages.jsonl"));
        run("train", file.toString(), "--model", model());
        Path zipped = folder.resolve("some.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(("{\"subject\":\"路灯坏了\",\"label\":\"照明\",\"split\":\"dev\"}\n"
                            + "{\"subject\":\"广场舞太吵\",\"label\":\"别的\",\"split\":\"dev\"}\n"
                            + "{\"subject\":\"广场舞太吵\",\"label\":\"噪声\",\"split\":\"train\"}\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        JsonNode measured = run("evaluate", zipped.toString(), "--model", model(), "--json", "--split", "dev")
                .json();
        assertThat(measured.path("n").asInt()).isEqualTo(2);
        assertThat(measured.path("accuracy").asDouble()).isEqualTo(0.5);
        assertThat(measured.path("confusions").path(0).path("truth").asString()).isEqualTo("别的");
    }

    @Test
    void severalFilesAreOneAndUnlabeledOnesAreNamedTogether() throws IOException {
        String file = messages(folder.resolve("messages.jsonl")).toString();
        String more = messages(folder.resolve("more.jsonl")).toString();
        JsonNode trained = run("train", file, more, "--unlabeled", file, more, "--model", model())
                .json();
        assertThat(trained.path("labelled").asInt()).isEqualTo(120);
        assertThat(trained.path("unlabelled").asInt()).isEqualTo(2 + 2 * 61);
        assertThat(run("predict", file, more, "--model", model()).out().split("\n"))
                .hasSize(122);
    }

    @Test
    void unlabeledMessagesAreCheckedAndChangeNothing() throws IOException {
        String file = messages(folder.resolve("messages.jsonl")).toString();
        run("train", file, "--model", model());
        byte[] without = Files.readAllBytes(Path.of(model(), "classifier.bin"));
        Path more = Files.writeString(folder.resolve("more.jsonl"), "{\"subject\":\"路灯和灯杆\"}\n");
        run("train", file, "--unlabeled", more.toString(), "--model", model());
        assertThat(Path.of(model(), "classifier.bin")).hasBinaryContent(without);
        Files.writeString(more, "{broken\n");
        RanCommand broken = run("train", file, "--unlabeled", more.toString(), "--model", model());
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains(":1: 不是有效的 JSON");
    }

    @Test
    void messagesWithoutAWordAreToldInTheirPlaceAndNeverForSure() throws IOException {
        Path file = messages(folder.resolve("messages.jsonl"));
        String empty = "{\"uid\":\"e1\",\"subject\":null,\"body\":null,\"label\":\"照明\"}\n"
                + "{\"uid\":\"e2\",\"subject\":\" \",\"body\":\"……\",\"label\":\"照明\"}\n";
        Path mixed = Files.writeString(folder.resolve("mixed.jsonl"), empty + Files.readString(file));
        RanCommand trained = run("train", mixed.toString(), "--model", model());
        assertThat(trained.json().path("labelled").asInt()).isEqualTo(60);
        assertThat(trained.json().path("wordless").asInt()).isEqualTo(2);
        assertThat(trained.err()).contains("2 条消息没有文字").contains("2 messages hold no words");

        String[] lines =
                run("predict", mixed.toString(), "--model", model()).out().split("\n");
        assertThat(lines).hasSize(63);
        for (int i = 0; i < 2; i++) {
            JsonNode line = new JsonMapper().readTree(lines[i]);
            assertThat(line.path("uid").asString()).isEqualTo("e" + (i + 1));
            assertThat(line.path("sure").asBoolean()).isFalse();
        }
        assertThat(new JsonMapper().readTree(lines[2]).path("sure").asBoolean()).isTrue();
        JsonNode measured =
                run("evaluate", mixed.toString(), "--model", model(), "--json").json();
        assertThat(measured.path("n").asInt()).isEqualTo(62);
        assertThat(measured.path("coverageAt97").asDouble()).isLessThanOrEqualTo(0.9678);
    }

    @Test
    void aSplitWithoutMessagesIsToldAndFails() throws IOException {
        String file = messages(folder.resolve("messages.jsonl")).toString();
        run("train", file, "--model", model());
        for (String command : new String[] {"train", "predict", "evaluate"}) {
            RanCommand ran = run(command, file, "--model", model(), "--split", "deev");
            assertThat(ran.status()).as(command).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("messages.jsonl: 没有 split 为 deev 的消息 no message whose split is deev");
        }
    }

    @Test
    void aCutOrBrokenGzipIsNamed() throws IOException {
        Path file = messages(folder.resolve("messages.jsonl"));
        run("train", file.toString(), "--model", model());
        Path whole = folder.resolve("whole.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(Files.readAllBytes(file));
        }
        byte[] bytes = Files.readAllBytes(whole);
        byte[] broken = bytes.clone();
        broken[bytes.length - 6] ^= 0x55;
        for (byte[] each : List.of(Arrays.copyOf(bytes, bytes.length / 2), broken)) {
            Path cut = Files.write(folder.resolve("cut.jsonl.gz"), each);
            RanCommand ran = run("predict", cut.toString(), "--model", model());
            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.err()).contains("cut.jsonl.gz: 压缩文件不完整 the gzip file is cut or broken");
        }
    }

    @Test
    void badLinesAreNamedInBothLanguagesAndNothingIsTrained() throws IOException {
        Path file = folder.resolve("bad.jsonl");
        Files.writeString(
                file, "{\"subject\":\"a\",\"label\":\"x\"}\n\n{broken\n[1]\n{\"label\":\"x\"}\n{\"subject\":3}\n");
        for (String command : new String[] {"train", "predict", "evaluate"}) {
            RanCommand ran = run(command, file.toString(), "--model", model());
            if (command.equals("train")) {
                assertThat(ran.status()).isEqualTo(1);
                assertThat(ran.err())
                        .contains(":3: 不是有效的 JSON；is no valid JSON")
                        .contains(":4: 不是 JSON 对象；is no JSON object")
                        .contains(":5: subject（标题）和 body（内容）都没有；holds neither subject nor body")
                        .contains(":6: subject 应为文本；subject must be a text")
                        .contains("4 行有误 line(s) with mistakes")
                        .doesNotContain(":1:")
                        .doesNotContain(":2:");
            } else {
                assertThat(ran.err()).contains("no model in").contains("请先训练");
            }
            assertThat(ran.status()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
        }
        assertThat(Path.of(model())).doesNotExist();
    }

    @Test
    void whatCannotBeLearntOrMeasuredIsRefused() throws IOException {
        Path one = folder.resolve("one.jsonl");
        Files.writeString(one, "{\"subject\":\"a\",\"label\":\"x\"}\n{\"subject\":\"b\"}\n");
        assertThat(run("train", one.toString(), "--model", model()).err())
                .contains("至少需要两种标签")
                .contains("two labels");
        assertThat(run("train", folder.resolve("none").toString(), "--model", model())
                        .err())
                .contains("找不到文件");
        run("train", messages(folder.resolve("messages.jsonl")).toString(), "--model", model());
        Files.writeString(one, "{\"subject\":\"b\"}\n");
        RanCommand ran = run("evaluate", one.toString(), "--model", model());
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("nothing to measure");
        assertThat(run("train", one.toString()).status()).as("no --model").isEqualTo(2);
    }

    private String model() {
        return folder.resolve("model").toString();
    }

    /** Sixty with a label, an empty line, one without a label and without a body. */
    private static Path messages(Path file) throws IOException {
        String[] lights = {"路灯坏了", "路灯不亮", "灯杆倒了", "晚上没有路灯", "巷子里黑漆漆的"};
        String[] noises = {"广场舞太吵", "半夜施工噪音", "音响声音大", "酒吧噪声扰民", "装修噪音"};
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            String words = (i % 2 == 0 ? lights : noises)[i / 2 % 5];
            lines.append("{\"uid\":\"m%d\",\"subject\":\"%s\",\"body\":\"%s，请尽快处理第%d次\",\"label\":\"%s\"}%n"
                    .formatted(i, words, words, i, i % 2 == 0 ? "照明" : "噪声"));
        }
        lines.append("\n{\"subject\":\"路灯又坏了\",\"body\":null}\n");
        return Files.writeString(file, lines);
    }

    private static RanCommand run(String command, String... arguments) {
        Stream<String> words = Stream.concat(Stream.of("classify", command), Stream.of(arguments));
        return RanCommand.run(words.toArray(String[]::new));
    }
}
