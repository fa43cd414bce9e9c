package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SurenessTest {
    @Test
    void tellsFromWhereOnSoManyWereRight() {
        List<Certainty.Judged> judged = new ArrayList<>();
        add(judged, 0.95, 100, 0);
        add(judged, 0.80, 94, 6);
        add(judged, 0.40, 50, 50);
        Sureness sureness = Sureness.of(judged);
        assertThat(sureness.tickets()).isEqualTo(300);
        assertThat(sureness.right(0.99)).isEqualTo(1);
        assertThat(sureness.right(0.94)).isEqualTo(0.97, within(1e-9));
        assertThat(sureness.right(0.79)).isEqualTo(244 / 300.0, within(1e-9));
        assertThat(sureness.right(0.39)).isZero();
        assertThat(sureness.reaching(0.97).orElseThrow().from()).isEqualTo(0.80);
        assertThat(sureness.reaching(0.97).orElseThrow().coverage()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(sureness.reaching(0.98).orElseThrow().from()).isEqualTo(0.95);
    }

    @Test
    void aFewThatWereRightProveNothing() {
        List<Certainty.Judged> judged = new ArrayList<>();
        add(judged, 0.99, 49, 0);
        add(judged, 0.5, 0, 200);
        assertThat(Sureness.of(judged).right(0.99)).isLessThan(0.25);
        assertThat(Sureness.of(judged).reaching(0.97)).isEmpty();
        assertThat(Sureness.of(List.of())).isEqualTo(Sureness.UNTRIED);
    }

    /** As sure as where a precision is reached, and not less, is what was as right: against plain counting. */
    @Property(tries = 200, seed = "20261130")
    void agreesWithPlainCounting(@ForAll @IntRange(max = 400) int tickets, @ForAll @IntRange(max = 1_000) int seed) {
        Random random = new Random(seed);
        List<Certainty.Judged> judged = new ArrayList<>();
        for (int i = 0; i < tickets; i++) {
            double sure = random.nextInt(20) / 20.0;
            judged.add(new Certainty.Judged(sure, random.nextDouble() < sure));
        }
        Sureness sureness = Sureness.of(judged);
        for (int step = 0; step <= 20; step++) {
            double sure = step / 20.0;
            double best = 0;
            for (int down = 0; down <= step; down++) {
                double from = down / 20.0;
                List<Certainty.Judged> above =
                        judged.stream().filter(one -> one.probability() >= from).toList();
                long right = above.stream().filter(Certainty.Judged::right).count();
                boolean there = judged.stream().anyMatch(one -> one.probability() == from);
                best = above.size() < 50 || !there ? best : Math.max(best, (double) right / above.size());
            }
            assertThat(sureness.right(sure)).isEqualTo(best, within(1e-12));
        }
    }

    private static void add(List<Certainty.Judged> judged, double sure, int right, int wrong) {
        for (int i = 0; i < right + wrong; i++) {
            judged.add(new Certainty.Judged(sure, i < right));
        }
    }
}
