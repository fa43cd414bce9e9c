package org.mulin.triage;

/** A message as its author wrote it; either part may be empty. */
public record Text(String subject, String body) {
    /** Both parts, one line break between; the offsets of a {@link Span} count in it. */
    public String whole() {
        return subject + "\n" + body;
    }
}
