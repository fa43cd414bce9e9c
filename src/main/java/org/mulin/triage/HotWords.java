package org.mulin.triage;

import java.util.List;

/**
 * What most of several messages wrote; no word that only one of them has.
 *
 * @param words the most telling first
 * @param place the one that names a place, else empty
 */
public record HotWords(List<String> words, String place) {}
