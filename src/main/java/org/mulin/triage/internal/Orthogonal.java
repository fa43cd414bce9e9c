package org.mulin.triage.internal;

import java.util.stream.IntStream;

/**
 * Makes the columns of a tall matrix orthogonal and of length one (Cholesky decomposition of its Gram matrix); a column
 * that is made of those before it becomes zero.
 */
final class Orthogonal {
    /** Once is not exact enough in single precision. */
    private static final int TIMES = 2;

    /** A column of which no more is left than this share is made of those before it, and becomes zero. */
    private static final double LEAST = 1e-6;

    private Orthogonal() {}

    /** @param matrix of row r and column c at r * columns + c; changed */
    static void make(float[] matrix, int columns) {
        for (int time = 0; time < TIMES; time++) {
            double[][] triangle = cholesky(gram(matrix, columns));
            IntStream.range(0, matrix.length / columns).parallel().forEach(row -> {
                int at = row * columns;
                for (int i = 0; i < columns; i++) {
                    double rest = matrix[at + i];
                    for (int k = 0; k < i; k++) {
                        rest -= triangle[i][k] * matrix[at + k];
                    }
                    matrix[at + i] = triangle[i][i] == 0 ? 0 : (float) (rest / triangle[i][i]);
                }
            });
        }
    }

    private static double[][] gram(float[] matrix, int columns) {
        double[][] gram = new double[columns][columns];
        IntStream.range(0, columns).parallel().forEach(i -> {
            double[] sums = gram[i];
            for (int at = 0; at < matrix.length; at += columns) {
                float value = matrix[at + i];
                for (int k = 0; k <= i; k++) {
                    sums[k] += value * matrix[at + k];
                }
            }
        });
        return gram;
    }

    /** The lower triangle whose square the matrix is. */
    private static double[][] cholesky(double[][] gram) {
        double[][] triangle = new double[gram.length][gram.length];
        for (int i = 0; i < gram.length; i++) {
            for (int k = 0; k <= i; k++) {
                double rest = gram[i][k];
                for (int j = 0; j < k; j++) {
                    rest -= triangle[i][j] * triangle[k][j];
                }
                if (i == k) {
                    triangle[i][i] = rest > LEAST * gram[i][i] ? Math.sqrt(rest) : 0;
                } else {
                    triangle[i][k] = triangle[k][k] == 0 ? 0 : rest / triangle[k][k];
                }
            }
        }
        return triangle;
    }
}
