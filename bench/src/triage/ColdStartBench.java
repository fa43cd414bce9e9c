package org.mulin.triage.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.mulin.policy.PackProblems;
import org.mulin.triage.Classifier;
import org.mulin.triage.Evaluation;
import org.mulin.triage.LabelledText;
import org.mulin.triage.Matters;
import org.mulin.triage.MattersTable;
import org.mulin.triage.Text;

/**
 * What a city's first model knows: trained on the seed phrases of packs/xinyu alone, its leaf matters taken for the
 * seven classes of the messages by leaf-classes.csv, asked about the messages of the split dev; then after so many
 * corrections of each class, taken from the split train in one fixed random order.
 */
final class ColdStartBench {
    private static final int[] CORRECTIONS = {0, 10, 50, 200};

    private ColdStartBench() {}

    static void run(ClassifyBench.Data data) throws IOException {
        Matters matters = new MattersTable()
                .parse(Files.readString(Path.of("packs/xinyu/matters.csv")), new PackProblems())
                .orElseThrow();
        Map<String, String> classes = classes();
        List<Example> seeds = new SeedExamples(ClassifyBench.SEED).of(matters);
        List<ClassifyBench.Row> dev = ClassifyBench.of(data, row -> row.split().equals("dev") && row.bodied());
        leaves(new Trainer(ClassifyBench.SEED).train(seeds), classes, dev);
        List<ClassifyBench.Row> corrections =
                new ArrayList<>(ClassifyBench.of(data, row -> row.split().equals("train")));
        Collections.shuffle(corrections, new Random(ClassifyBench.SEED));
        System.out.println("| corrections per class | the server's model: accuracy, macro-F1 | the classifier's recipe |");
        System.out.println("|---|---|---|");
        for (int perClass : CORRECTIONS) {
            List<Example> examples = new ArrayList<>();
            for (Example seed : seeds) {
                if (!seed.label().equals(LinearModel.NONE)) {
                    examples.add(new Example(seed.text(), classOf(classes, seed.label()), seed.group(), false));
                }
            }
            examples.addAll(first(corrections, perClass, examples.size()));
            System.out.printf("| %d | %s | %s |%n", perClass, told(servers(examples), dev), told(recipes(examples), dev));
        }
    }

    private interface Asked {
        double[] of(Text text);
    }

    private static String told(Map.Entry<List<String>, Asked> model, List<ClassifyBench.Row> dev) {
        List<double[]> probabilities = new ArrayList<>();
        int[] truths = new int[dev.size()];
        for (int i = 0; i < truths.length; i++) {
            LabelledText message = dev.get(i).message();
            probabilities.add(model.getValue().of(message.text()));
            truths[i] = model.getKey().indexOf(message.label());
        }
        Evaluation evaluation = new Evaluation(model.getKey(), probabilities, truths);
        return "%.3f, %.3f".formatted(evaluation.accuracy(), evaluation.macroF1());
    }

    private static Map.Entry<List<String>, Asked> servers(List<Example> examples) {
        LinearModel model = new Trainer(ClassifyBench.SEED).train(examples);
        return Map.entry(
                model.labels, text -> model.probabilities(model.scores(text, Plain.of(text.whole()))));
    }

    private static Map.Entry<List<String>, Asked> recipes(List<Example> examples) {
        List<LabelledText> labelled = examples.stream()
                .map(each -> new LabelledText(each.text(), each.label(), String.valueOf(each.group())))
                .toList();
        Classifier model =
                new EnsembleTrainer(Recipe.BEST, labelled, ClassifyBench.SEED).trainUncalibrated();
        return Map.entry(model.labels(), model::probabilities);
    }

    /** The leaf matters' probabilities added up by class; what is about none of them is left out. */
    private static void leaves(LinearModel model, Map<String, String> classes, List<ClassifyBench.Row> dev) {
        List<String> labels = classes.values().stream().distinct().sorted().toList();
        Asked asked = text -> {
            double[] leaves = model.probabilities(model.scores(text, Plain.of(text.whole())));
            double[] sums = new double[labels.size()];
            for (int leaf = 0; leaf < leaves.length; leaf++) {
                String code = model.labels.get(leaf);
                if (!code.equals(LinearModel.NONE)) {
                    sums[labels.indexOf(classOf(classes, code))] += leaves[leaf];
                }
            }
            return sums;
        };
        System.out.println("cold start, leaf matters added up by class, on dev: accuracy, macro-F1 "
                + told(Map.entry(labels, asked), dev));
    }

    private static List<Example> first(List<ClassifyBench.Row> corrections, int perClass, int group) {
        Map<String, Integer> taken = new HashMap<>();
        List<Example> first = new ArrayList<>();
        for (ClassifyBench.Row row : corrections) {
            LabelledText message = row.message();
            if (taken.merge(message.label(), 1, Integer::sum) <= perClass) {
                first.add(new Example(message.text(), message.label(), group + first.size(), true));
            }
        }
        return first;
    }

    private static String classOf(Map<String, String> classes, String leaf) {
        String own = classes.get(leaf);
        return own != null ? own : classes.getOrDefault(leaf.substring(0, leaf.indexOf('-')), "");
    }

    private static Map<String, String> classes() throws IOException {
        Map<String, String> classes = new HashMap<>();
        List<String> lines = Files.readAllLines(Path.of("bench/leaf-classes.csv"));
        for (String line : lines.subList(1, lines.size())) {
            classes.put(line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1));
        }
        return classes;
    }
}
