package org.mulin.triage.internal;

import java.util.List;

/**
 * A name found in a text.
 *
 * @param from index of its first char in the plain text, @param to index after its last
 * @param weight how much it says: more in the subject, more when first, little when it is part of a road's name
 */
record Mention(int from, int to, List<Gazetteer.Meaning> meanings, float weight) {}
