package org.mulin.triage;

/**
 * A message whose label is known.
 *
 * @param group messages of one group (near-duplicates) are never on both sides of a split
 */
public record LabelledText(Text text, String label, String group) {}
