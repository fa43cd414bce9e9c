package org.mulin.triage.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void columnsBecomeOrthogonalAndOfLengthOne() {
        Random random = new Random(3);
        int columns = 7;
        float[] matrix = new float[50 * columns];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = (float) random.nextGaussian() + (i % columns);
        }
        Orthogonal.make(matrix, columns);
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b <= a; b++) {
                double product = 0;
                for (int at = 0; at < matrix.length; at += columns) {
                    product += matrix[at + a] * matrix[at + b];
                }
                assertThat(product).isEqualTo(a == b ? 1 : 0, within(1e-4));
            }
        }
    }

    @Test
    void aColumnMadeOfOthersBecomesZero() {
        float[] matrix = new float[40 * 3];
        for (int row = 0; row < 40; row++) {
            matrix[row * 3] = row;
            matrix[row * 3 + 1] = -2 * row;
            matrix[row * 3 + 2] = row % 2;
        }
        Orthogonal.make(matrix, 3);
        for (int row = 0; row < 40; row++) {
            assertThat(matrix[row * 3 + 1]).isZero();
            assertThat(matrix[row * 3]).isFinite();
            assertThat(matrix[row * 3 + 2]).isFinite();
        }
    }

    /** Features 0–3 go together and 4–7 do; what is learnt for some of a side is lent to its companions only. */
    @Test
    void wordsThatGoTogetherLendEachOtherTheirWeight() {
        int perRow = 3;
        int count = 200;
        int[] starts = new int[count + 1];
        int[] features = new int[count * (perRow + 1)];
        float[] values = new float[features.length];
        Random random = new Random(4);
        for (int row = 0; row < count; row++) {
            int from = starts[row];
            starts[row + 1] = from + perRow + 1;
            int left = random.nextInt(4);
            for (int k = 0, at = from; k < 4; k++) {
                if (k != left) {
                    features[at] = row % 2 * 4 + k;
                    values[at++] = 1;
                }
            }
            features[from + perRow] = 8;
            values[from + perRow] = 1;
        }
        var rows = new LogisticRegression.Rows(starts, features, values, 9);
        Topics topics = Topics.of(rows, 2, 5);
        LogisticRegression.Rows places = topics.places(rows);
        boolean[] positive = new boolean[count];
        for (int row = 0; row < count; row++) {
            positive[row] = row % 2 == 0;
        }
        double[] ones = {1, 1, 1};
        double[] weights = topics.ofFeatures(SupportVectors.weights(places, ones, 4, 0.01, positive, 1));
        for (int feature = 0; feature < 8; feature++) {
            assertThat(weights[feature] > 0).as("feature %d", feature).isEqualTo(feature < 4);
        }
        assertThat(Topics.of(rows, 2, 5).places(rows).values())
                .as("the same bits again")
                .isEqualTo(places.values());
    }
}
