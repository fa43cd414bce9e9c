package org.mulin.triage;

/** The words of a text from {@code from} to before {@code to}, counted in chars of {@link Text#whole()}. */
public record Span(int from, int to, String words) {}
