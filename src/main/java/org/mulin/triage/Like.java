package org.mulin.triage;

/**
 * A message that is like another.
 *
 * @param likeness 0 to 1: how much of what is rare about both they share
 * @param twin the same message again, perhaps reworded here and there
 */
public record Like<K>(K id, double likeness, boolean twin) {}
