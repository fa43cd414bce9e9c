package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.mulin.policy.PackProblems;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.mulin.triage.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model that knows seed phrases only: how often it would dispatch by itself, and how often rightly. */
class ColdStartTest {
    private static final Path MESSAGES = Path.of("../shared/data/appeals/f2_classify.train_dev.jsonl.gz");
    private static final String CITY = "packs/xinyu";
    private static final String A_SHI = "src/test/packs/a-shi";
    /** Thirty matters, quickly learnt. */
    private static final String STREET = "src/test/packs/street";

    private static final long SEED = 20_200_707;
    /** As auto_dispatch_confidence is set in the city's pack. */
    private static final double DISPATCHED = 0.85;

    private static final int LEFT_OUT_EVERY = 4;

    /** Labels of the messages that a class of matters may bear; a rough proxy. */
    private static final Map<String, String> CITY_LABELS = labels(
            "env=城乡建设 环境保护;noise=城乡建设 环境保护;prop=城乡建设 商贸旅游;fac=城乡建设 交通运输 环境保护;",
            "pub=城乡建设 商贸旅游 交通运输;safe=城乡建设 商贸旅游;tra=城乡建设 交通运输;bld=城乡建设 环境保护;",
            "hou=城乡建设;wel=劳动和社会保障 城乡建设;lab=劳动和社会保障;mkt=商贸旅游 卫生计生 交通运输;nei=城乡建设 环境保护;",
            "edu=教育文体;med=卫生计生 劳动和社会保障;eco=环境保护 城乡建设;pol=城乡建设;com=商贸旅游 交通运输;",
            "agr=城乡建设 环境保护;cul=教育文体 商贸旅游");

    private static final Map<String, String> A_SHI_LABELS = labels(
            "con=城乡建设;prop=城乡建设 商贸旅游;tra=交通运输 城乡建设;env=环境保护 城乡建设;fac=城乡建设;edu=教育文体;",
            "lab=劳动和社会保障;hea=卫生计生;mkt=商贸旅游 卫生计生;saf=城乡建设");

    private record Judged(double probability, boolean right) {}

    private record Labelled(Text text, String label) {}

    @Test
    void ofRealMessagesThoseDispatchedAreRight() throws IOException {
        assumeThat(MESSAGES)
                .as("the messages are not in %s beside the project", MESSAGES)
                .exists();
        List<Labelled> messages = messages();
        List<Judged> city = judged(CITY, CITY_LABELS, messages);
        assertThat(precision(city)).isGreaterThan(0.91);
        assertThat(coverage(city)).isGreaterThan(0.2);
        List<Judged> wide = judged(A_SHI, A_SHI_LABELS, messages);
        assertThat(precision(wide)).isGreaterThan(0.88);
        assertThat(coverage(wide)).isGreaterThan(0.1);
    }

    @Test
    void ofPhrasesLeftOutTheDispatchedAreRightAndOfForeignOnesHardlyAnyIs() throws IOException {
        List<Example> all = new SeedExamples(SEED).of(matters(STREET));
        List<Example> taught = new ArrayList<>();
        List<Example> clear = new ArrayList<>();
        List<Example> foreign = new ArrayList<>();
        for (Example example : all) {
            boolean leftOut = example.group() % LEFT_OUT_EVERY == 0;
            boolean none = example.label().equals(LinearModel.NONE);
            (leftOut ? none ? foreign : clear : taught).add(example);
        }
        LinearModel model = new Trainer(SEED).train(taught);
        List<Judged> told = judged(model, Stories.of(clear));
        report("phrases left out", told);
        List<Judged> none = judged(model, Stories.of(foreign));
        report("of none, left out", none);
        assertThat(precision(told)).isGreaterThan(0.96);
        assertThat(coverage(told)).isGreaterThan(0.15);
        assertThat(coverage(none)).isLessThan(0.01);
    }

    private static List<Judged> judged(LinearModel model, List<Example> examples) {
        return judged(
                model,
                examples.stream()
                        .map(example -> new Labelled(example.text(), example.label()))
                        .toList(),
                String::equals);
    }

    private static List<Judged> judged(String pack, Map<String, String> labels, List<Labelled> messages)
            throws IOException {
        LinearModel model = new Trainer(SEED).train(new SeedExamples(SEED).of(matters(pack)));
        long start_ns = System.nanoTime();
        List<Judged> judged = judged(
                model,
                messages,
                (code, label) -> labels.getOrDefault(
                                code, labels.getOrDefault(code.substring(0, code.indexOf('-')), ""))
                        .contains(label));
        System.out.printf("%.0f messages/s%n", messages.size() * 1e9 / (System.nanoTime() - start_ns));
        report(pack, judged);
        return judged;
    }

    private static List<Judged> judged(LinearModel model, List<Labelled> messages, BiPredicate<String, String> fits) {
        List<Judged> judged = new ArrayList<>();
        for (Labelled message : messages) {
            MatterGuess guess = ReadingService.matters(
                            model, message.text(), Plain.of(message.text().whole()))
                    .getFirst();
            judged.add(new Judged(guess.probability(), fits.test(guess.code(), message.label())));
        }
        return judged;
    }

    private static void report(String what, List<Judged> judged) {
        for (double threshold : new double[] {0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95}) {
            System.out.printf(
                    "%s: p >= %.2f: coverage %.3f, precision %.3f%n",
                    what, threshold, coverage(judged, threshold), precision(judged, threshold));
        }
    }

    private static double coverage(List<Judged> judged) {
        return coverage(judged, DISPATCHED);
    }

    private static double coverage(List<Judged> judged, double threshold) {
        return (double) judged.stream()
                        .filter(one -> one.probability >= threshold)
                        .count()
                / judged.size();
    }

    private static double precision(List<Judged> judged) {
        return precision(judged, DISPATCHED);
    }

    private static double precision(List<Judged> judged, double threshold) {
        return judged.stream()
                .filter(one -> one.probability >= threshold)
                .mapToInt(one -> one.right ? 1 : 0)
                .average()
                .orElse(1);
    }

    private static Matters matters(String pack) throws IOException {
        return new MattersTable()
                .parse(Files.readString(Path.of(pack, "matters.csv")), new PackProblems())
                .orElseThrow();
    }

    /** Those with a body. */
    private static List<Labelled> messages() throws IOException {
        List<Labelled> messages = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(MESSAGES)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = json.readTree(line);
                if (!message.path("body").isNull()) {
                    messages.add(new Labelled(
                            new Text(
                                    message.path("subject").asString(""),
                                    message.path("body").asString("")),
                            message.path("label").asString("")));
                }
            }
        }
        return messages;
    }

    private static Map<String, String> labels(String... lines) {
        return Arrays.stream(String.join("", lines).split(";"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
