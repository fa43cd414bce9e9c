package org.mulin.triage.internal;

/**
 * A message as numbers: the features it has, each once, and their values.
 *
 * @param size how many of both arrays are in use
 */
record Sparse(int[] features, float[] values, int size) {}
