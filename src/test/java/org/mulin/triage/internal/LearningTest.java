package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mulin.base.Ids;
import org.mulin.base.MulinHttpTest;
import org.mulin.policy.Policy;
import org.mulin.triage.Correction;
import org.mulin.triage.MatterGuess;
import org.mulin.triage.Text;
import org.mulin.triage.Triage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Corrections reach the model of every node; a model lives in the database and is the same for all. */
class LearningTest extends MulinHttpTest {
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final String STRANGE = "飞线抢插座的事儿又来了";

    @Autowired
    private Triage triage;

    @Autowired
    private ModelKeeper models;

    @Autowired
    private ModelRepository repository;

    @Autowired
    private CorrectionRepository corrections;

    @Autowired
    private Teacher teacher;

    @Autowired
    private Policy policy;

    @Autowired
    private JdbcTemplate rows;

    /** The server is shared: the next test's words are read by the first model again. */
    @AfterEach
    void forget() {
        FirstModel.again(rows, models);
    }

    @Test
    void correctionsAreLearntInTheBackgroundAndServedByEveryNode() throws InterruptedException {
        ModelKeeper other = new ModelKeeper(repository, corrections, teacher, policy, Duration.ofMillis(300));
        other.start();
        // corrections of other tests may be in training: wait until both nodes serve the same
        await(() -> version(other) == version(models));
        long before = version(models);
        assertThat(before).isPositive();
        double unsure = probability();

        UUID source = Ids.next();
        triage.learn(new Correction(source, new Text("灯不亮", ""), "fac-lamp"));
        triage.learn(new Correction(source, new Text(STRANGE, "第一次"), "nei-dispute"));
        for (int i = 0; i < 5; i++) {
            triage.learn(new Correction(Ids.next(), new Text(STRANGE, "第" + i + "回"), "nei-dispute"));
        }

        await(() -> probability() > unsure + 0.2 && version(other) == version(models));
        assertThat(version(models)).isGreaterThan(before);
        assertThat(version(other)).isEqualTo(version(models));
        assertThat(probability()).isGreaterThan(unsure + 0.2);
        assertThat(corrections.taught().stream()
                        .filter(correction -> correction.source().equals(source)))
                .singleElement()
                .extracting(Correction::matterCode)
                .isEqualTo("nei-dispute");
        other.stop();
    }

    /** Goes on as soon as it holds, and after the longest wait in any case. */
    private static void await(BooleanSupplier holds) throws InterruptedException {
        long end_ns = System.nanoTime() + WAIT_MAX.toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end_ns) {
            Thread.sleep(100);
        }
    }

    private static long version(ModelKeeper keeper) {
        return Objects.requireNonNull(keeper.served()).version();
    }

    private double probability() {
        return triage.read(new Text(STRANGE, ""), null, null).matters().stream()
                .filter(guess -> guess.code().equals("nei-dispute"))
                .mapToDouble(MatterGuess::probability)
                .findFirst()
                .orElse(0);
    }
}
