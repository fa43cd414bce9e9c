package org.mulin.launch.internal;

import static org.mulin.launch.internal.ClassifyCommand.rounded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.mulin.triage.Classifier;
import org.mulin.triage.Evaluation;

/** What {@code classify evaluate} says, in the order in which it says it. */
final class ClassifyFigures {
    private static final int CONFUSIONS_SHOWN = 10;
    private static final int WARMING = 1_000;

    private ClassifyFigures() {}

    /** @param messages all with a label */
    static Map<String, Object> of(Classifier model, List<MessageFile.Message> messages) {
        // the first ones are read by a machine that is not warm yet
        messages.stream().limit(WARMING).forEach(message -> model.probabilities(message.text()));
        long start_ns = System.nanoTime();
        Measured measured = measured(model, messages);
        double seconds = (System.nanoTime() - start_ns) / 1e9;
        Map<String, Object> figures = new LinkedHashMap<>(measured.told());
        Map<String, Object> perClass = new LinkedHashMap<>();
        measured.evaluation.ofLabels().forEach(label -> perClass.put(label.label(), label(label)));
        figures.put("messagesPerSecond", Math.round(messages.size() / seconds));
        figures.put("perClass", perClass);
        figures.put(
                "confusions",
                measured.evaluation.confusions().stream()
                        .limit(CONFUSIONS_SHOWN)
                        .map(ClassifyFigures::confusion)
                        .toList());
        List<MessageFile.Message> subjects = messages.stream()
                .filter(message -> !message.text().subject().isBlank())
                .map(MessageFile.Message::withoutBody)
                .toList();
        figures.put("subjectOnly", measured(model, subjects).told());
        return figures;
    }

    private record Measured(Evaluation evaluation, Evaluation.Believed believed) {
        Map<String, Object> told() {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("n", evaluation.messages());
            told.put("accuracy", rounded(evaluation.accuracy()));
            told.put("macroF1", rounded(evaluation.macroF1()));
            told.put("ece", rounded(evaluation.calibrationError()));
            told.put("coverageAt97", rounded(believed.coverage()));
            told.put("precisionAt97", rounded(believed.precision()));
            return told;
        }
    }

    /** A label that the model never learnt is one more, which it thinks impossible. */
    private static Measured measured(Classifier model, List<MessageFile.Message> messages) {
        List<String> labels = new ArrayList<>(model.labels());
        TreeSet<String> unknown = new TreeSet<>();
        messages.forEach(message -> unknown.add(Objects.requireNonNull(message.label())));
        labels.forEach(unknown::remove);
        labels.addAll(unknown);
        List<double[]> probabilities = new ArrayList<>();
        int[] truths = new int[messages.size()];
        double[] sureFrom = new double[messages.size()];
        for (int i = 0; i < truths.length; i++) {
            MessageFile.Message message = messages.get(i);
            probabilities.add(Arrays.copyOf(model.probabilities(message.text()), labels.size()));
            truths[i] = labels.indexOf(message.label());
            sureFrom[i] = message.sureFrom(model);
        }
        Evaluation evaluation = new Evaluation(labels, probabilities, truths);
        return new Measured(evaluation, evaluation.believed(sureFrom));
    }

    private static Map<String, Object> label(Evaluation.OfLabel label) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("n", label.messages());
        told.put("precision", rounded(label.precision()));
        told.put("recall", rounded(label.recall()));
        told.put("f1", rounded(label.f1()));
        return told;
    }

    private static Map<String, Object> confusion(Evaluation.Confusion confusion) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("truth", confusion.truth());
        told.put("taken", confusion.taken());
        told.put("messages", confusion.messages());
        return told;
    }
}
