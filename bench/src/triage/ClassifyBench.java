package org.mulin.triage.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.mulin.triage.Evaluation;
import org.mulin.triage.LabelledText;
import org.mulin.triage.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * bench/run classify [DIR]: what each ingredient of the classifier adds, over five folds of the labelled messages in DIR
 * (no near-duplicate on both sides), then train → dev. It lies in the module's package to leave ingredients out.
 */
public final class ClassifyBench {
    static final long SEED = 20_200_707;
    private static final int FOLDS = 5;
    private static final double ONE_IN_TWENTY = 2.776; // t of four degrees of freedom

    record Row(LabelledText message, boolean bodied, String split) {}

    record Data(List<Row> labelled) {}

    /** One recipe over the folds; each message was asked once. */
    private static final class Measured {
        final List<double[]> probabilities = new ArrayList<>();
        final List<Integer> truths = new ArrayList<>();
        final List<Double> f1s = new ArrayList<>();
        double coverage;
        double precision;
        List<String> labels = List.of();

        void add(Asked asked) {
            labels = asked.model.labels();
            f1s.add(asked.evaluation.macroF1());
            probabilities.addAll(asked.probabilities);
            for (int truth : asked.truths) {
                truths.add(truth);
            }
            Evaluation.Believed believed = asked.believed();
            coverage += believed.coverage() / FOLDS;
            precision += believed.precision() / FOLDS;
        }

        Evaluation all() {
            return new Evaluation(
                    labels, probabilities, truths.stream().mapToInt(Integer::intValue).toArray());
        }

        void print(String what) {
            Evaluation all = all();
            double mean = f1s.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double squares = f1s.stream().mapToDouble(f1 -> (f1 - mean) * (f1 - mean)).sum();
            double half = ONE_IN_TWENTY * Math.sqrt(squares / (f1s.size() - 1) / f1s.size());
            String calibrated = coverage == 0
                    ? ""
                    : "%.3f | %.3f, %.3f".formatted(all.calibrationError(), coverage, precision);
            System.out.printf(
                    "| %s | %.4f | %.4f | %.4f–%.4f | %s |%n",
                    what, all.accuracy(), all.macroF1(), mean - half, mean + half, calibrated);
        }
    }

    record Asked(Ensemble model, boolean bodiless, List<double[]> probabilities, int[] truths, Evaluation evaluation) {
        Evaluation.Believed believed() {
            double[] from = new double[truths.length];
            Arrays.fill(from, model.sureFrom(bodiless));
            return evaluation.believed(from);
        }
    }

    private ClassifyBench() {}

    public static void run(String folder) throws IOException {
        Path path = Path.of(folder.isEmpty() ? "../shared/data/appeals" : folder);
        Data data = data(path);
        System.out.printf("%d labelled messages%n", data.labelled.size());
        split(data);
        ColdStartBench.run(data);
        folds(data);
    }

    private static void folds(Data data) {
        System.out.println("| five folds, each message asked once | accuracy | macro-F1 | 95 % of folds | ECE | sure: coverage, precision |");
        System.out.println("|---|---|---|---|---|---|");
        Recipe best = Recipe.BEST;
        float share = best.subjectShare();
        recipe(data, "grams 1–3, rare ones more (idf)", new Recipe(3, 0, false, 0.3, false));
        recipe(data, "+ the subject's own block, no naive Bayes", new Recipe(3, share, false, 0.3, false));
        recipe(data, "grams freer as naive Bayes says", new Recipe(3, 0, true, 3, false));
        recipe(data, "+ the subject's own block", new Recipe(3, share, true, 3, false));
        recipe(data, "+ a model of subjects: all", best);
    }

    static void recipe(Data data, String what, Recipe recipe) {
        int[] folds = Folds.deal(data.labelled.stream().map(row -> row.message.group()).toList(), FOLDS, SEED);
        Measured whole = new Measured();
        Measured subjects = new Measured();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            List<Row> taught = new ArrayList<>();
            List<Row> asked = new ArrayList<>();
            for (int i = 0; i < folds.length; i++) {
                (folds[i] == held ? asked : taught).add(data.labelled.get(i));
            }
            EnsembleTrainer trainer = trainer(recipe, taught);
            Ensemble model = recipe == Recipe.BEST ? trainer.train(_ -> {}) : trainer.trainUncalibrated();
            whole.add(ask(model, asked, false));
            subjects.add(ask(model, asked, true));
        }
        whole.print(what);
        subjects.print("— its subjects only");
        if (recipe == Recipe.BEST) {
            confusions(whole.all());
        }
    }

    static EnsembleTrainer trainer(Recipe recipe, List<Row> taught) {
        return new EnsembleTrainer(recipe, taught.stream().map(Row::message).toList(), SEED);
    }

    /** Those that have a body, with it or without. */
    static Asked ask(Ensemble model, List<Row> rows, boolean bodiless) {
        List<Row> bodied = rows.stream().filter(Row::bodied).toList();
        List<double[]> probabilities = new ArrayList<>();
        int[] truths = new int[bodied.size()];
        for (int i = 0; i < truths.length; i++) {
            LabelledText message = bodied.get(i).message;
            Text text = bodiless ? new Text(message.text().subject(), "") : message.text();
            probabilities.add(model.probabilities(text));
            truths[i] = model.labels().indexOf(message.label());
        }
        return new Asked(model, bodiless, probabilities, truths, new Evaluation(model.labels(), probabilities, truths));
    }

    static void split(Data data) throws IOException {
        List<Row> taught = of(data, row -> row.split.equals("train"));
        List<Row> asked = of(data, row -> !row.split.equals("train"));
        long start_ns = System.nanoTime();
        Ensemble model = trainer(Recipe.BEST, taught).train(_ -> {});
        double seconds = (System.nanoTime() - start_ns) / 1e9;
        Path folder = Files.createTempDirectory("classify");
        long bytes = model.save(folder);
        Files.delete(folder.resolve(ModelFile.NAME));
        Files.delete(folder);
        for (boolean bodiless : new boolean[] {false, true}) {
            long asked_ns = System.nanoTime();
            Asked answer = ask(model, asked, bodiless);
            double perSecond = answer.truths.length * 1e9 / (System.nanoTime() - asked_ns);
            Evaluation.Believed believed = answer.believed();
            System.out.printf(
                    "train → dev%s: accuracy %.4f, macro-F1 %.4f, ECE %.3f, sure from %.3f: coverage %.3f, precision %.3f; "
                            + "%.0f messages/s%n",
                    bodiless ? ", subjects only" : "",
                    answer.evaluation.accuracy(),
                    answer.evaluation.macroF1(),
                    answer.evaluation.calibrationError(),
                    model.sureFrom(bodiless),
                    believed.coverage(),
                    believed.precision(),
                    perSecond);
        }
        System.out.printf("trained in %.0f s, %.1f MB%n", seconds, bytes / 1e6);
    }

    private static void confusions(Evaluation all) {
        System.out.println("most frequent confusions: "
                + all.confusions().stream()
                        .limit(8)
                        .map(each -> "%s → %s %d".formatted(each.truth(), each.taken(), each.messages()))
                        .toList());
    }

    static List<Row> of(Data data, Predicate<Row> wanted) {
        return data.labelled.stream().filter(wanted).toList();
    }

    static Data data(Path folder) throws IOException {
        List<Row> labelled = new ArrayList<>();
        for (JsonNode row : rows(folder.resolve("f2_classify.train_dev.jsonl.gz"))) {
            labelled.add(new Row(
                    new LabelledText(
                            text(row), row.path("label").asString(), row.path("dup_group").asString()),
                    row.hasNonNull("body"),
                    row.path("split").asString()));
        }
        return new Data(labelled);
    }

    static Text text(JsonNode row) {
        return new Text(row.path("subject").asString(""), row.path("body").asString(""));
    }

    static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(json.readTree(line));
            }
        }
        return rows;
    }
}
