package org.mulin.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well probabilities fit what was true. All figures are shares between 0 and 1. */
public final class Evaluation {
    /** Of equal width, as is usual for the expected calibration error. */
    private static final int BINS = 10;

    private final List<String> labels;
    private final int[][] counts;
    private final double[] tops;
    private final boolean[] rights;

    /** Of one label; {@code messages} bear it in truth. */
    public record OfLabel(String label, int messages, double precision, double recall, double f1) {}

    /** So many messages of one label were taken for another. */
    public record Confusion(String truth, String taken, int messages) {}

    /** What the messages are that are at least so sure: their share of all, and the share of the right among them. */
    public record Believed(double coverage, double precision) {}

    /**
     * @param probabilities of each message, one for each label
     * @param truths of each message, a number of a label
     */
    public Evaluation(List<String> labels, List<double[]> probabilities, int[] truths) {
        this.labels = List.copyOf(labels);
        counts = new int[labels.size()][labels.size()];
        tops = new double[truths.length];
        rights = new boolean[truths.length];
        for (int i = 0; i < truths.length; i++) {
            int taken = top(probabilities.get(i));
            counts[truths[i]][taken]++;
            tops[i] = probabilities.get(i)[taken];
            rights[i] = taken == truths[i];
        }
    }

    /** The number of the likeliest label; of equal ones the first. */
    public static int top(double[] probabilities) {
        int top = 0;
        for (int i = 1; i < probabilities.length; i++) {
            top = probabilities[i] > probabilities[top] ? i : top;
        }
        return top;
    }

    public int messages() {
        return tops.length;
    }

    public double accuracy() {
        int right = 0;
        for (boolean each : rights) {
            right += each ? 1 : 0;
        }
        return share(right, rights.length);
    }

    /** The mean of the labels' F1; of labels that were neither true nor taken nothing is known, they are left out. */
    public double macroF1() {
        return ofLabels().stream()
                .filter(each -> each.messages > 0 || taken(labels.indexOf(each.label)) > 0)
                .mapToDouble(OfLabel::f1)
                .average()
                .orElse(0);
    }

    /** In the order of the labels. */
    public List<OfLabel> ofLabels() {
        List<OfLabel> all = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            int messages = 0;
            for (int count : counts[label]) {
                messages += count;
            }
            int right = counts[label][label];
            int taken = taken(label);
            all.add(new OfLabel(
                    labels.get(label),
                    messages,
                    share(right, taken),
                    share(right, messages),
                    share(2 * right, messages + taken)));
        }
        return all;
    }

    /** The most frequent first. */
    public List<Confusion> confusions() {
        List<Confusion> all = new ArrayList<>();
        for (int truth = 0; truth < counts.length; truth++) {
            for (int taken = 0; taken < counts.length; taken++) {
                if (taken != truth && counts[truth][taken] > 0) {
                    all.add(new Confusion(labels.get(truth), labels.get(taken), counts[truth][taken]));
                }
            }
        }
        all.sort(Comparator.comparingInt(confusion -> -confusion.messages));
        return all;
    }

    /** The mean distance between how sure and how often right, over ten bins of probability (ECE). */
    public double calibrationError() {
        double[] sure = new double[BINS];
        int[] right = new int[BINS];
        for (int i = 0; i < tops.length; i++) {
            int bin = Math.clamp((int) (tops[i] * BINS), 0, BINS - 1);
            sure[bin] += tops[i];
            right[bin] += rights[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sure[bin] - right[bin]);
        }
        return tops.length == 0 ? 0 : error / tops.length;
    }

    /** Those whose likeliest label is at least as likely as is asked of that message. */
    public Believed believed(double[] from) {
        int believed = 0;
        int right = 0;
        for (int i = 0; i < tops.length; i++) {
            if (tops[i] >= from[i]) {
                believed++;
                right += rights[i] ? 1 : 0;
            }
        }
        return new Believed(share(believed, tops.length), share(right, believed));
    }

    private int taken(int label) {
        int taken = 0;
        for (int[] row : counts) {
            taken += row[label];
        }
        return taken;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
