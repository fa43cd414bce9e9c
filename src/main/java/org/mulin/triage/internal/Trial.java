package org.mulin.triage.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.mulin.triage.Correction;
import org.mulin.triage.Evaluation;

/**
 * How a model does on tickets that people have decided and that it never learnt from.
 *
 * @param tickets those of matters that the model knows
 * @param rights which of them it reads rightly: its likeliest matter is the one that people decided
 */
record Trial(int tickets, BitSet rights, double macroF1, double calibrationError, Sureness sureness) {
    static final Trial NONE = new Trial(0, new BitSet(), 0, 0, Sureness.UNTRIED);

    static Trial of(LinearModel model, List<Correction> heldBack) {
        int[] leaves = IntStream.range(0, model.labels.size())
                .filter(label -> !model.labels.get(label).equals(LinearModel.NONE))
                .toArray();
        List<String> labels = IntStream.of(leaves).mapToObj(model.labels::get).toList();
        List<Correction> known = heldBack.stream()
                .filter(one -> labels.contains(one.matterCode()))
                .toList();
        if (known.isEmpty()) {
            return NONE;
        }
        int[] truths =
                known.stream().mapToInt(one -> labels.indexOf(one.matterCode())).toArray();
        List<double[]> probabilities = new ArrayList<>();
        List<Certainty.Judged> judged = new ArrayList<>();
        BitSet rights = new BitSet();
        for (int i = 0; i < truths.length; i++) {
            Correction one = known.get(i);
            double[] all = model.probabilities(
                    model.scores(one.text(), Plain.of(one.text().whole())));
            double[] ofLeaves =
                    IntStream.of(leaves).mapToDouble(label -> all[label]).toArray();
            int top = Evaluation.top(ofLeaves);
            probabilities.add(ofLeaves);
            judged.add(new Certainty.Judged(ofLeaves[top], top == truths[i]));
            rights.set(i, top == truths[i]);
        }
        Evaluation evaluation = new Evaluation(labels, probabilities, truths);
        return new Trial(
                truths.length, rights, evaluation.macroF1(), evaluation.calibrationError(), Sureness.of(judged));
    }

    int right() {
        return rights.cardinality();
    }

    /** How many this model reads rightly and the other, on the same tickets, does not. */
    int rightBeside(Trial other) {
        BitSet alone = (BitSet) rights.clone();
        alone.andNot(other.rights);
        return alone.cardinality();
    }
}
