package org.mulin.triage.internal;

import org.mulin.triage.Text;

/**
 * A message whose label is known.
 *
 * @param group examples of one group are never on both sides of a split
 * @param real written by a person and read by another, not made from a seed phrase
 */
record Example(Text text, String label, int group, boolean real) {}
