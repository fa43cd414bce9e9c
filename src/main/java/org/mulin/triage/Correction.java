package org.mulin.triage;

import java.util.UUID;

/**
 * What a person decided about a message.
 *
 * @param source the ticket (or other record) the message belongs to; one correction each
 * @param matterCode the right leaf matter
 */
public record Correction(UUID source, Text text, String matterCode) {}
