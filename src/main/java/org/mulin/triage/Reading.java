package org.mulin.triage;

import java.util.List;
import java.util.Optional;

/**
 * How the machine understands a message.
 *
 * @param matters the likeliest leaf matters, most probable first, at most {@value #MATTERS_MAX}; empty only when the
 *     text holds nothing to read or the catalogue is empty
 * @param place where it is, as deep as point, choice or words tell; empty when nothing tells
 * @param modelVersion the model that read the words, 0 when none did
 */
public record Reading(List<MatterGuess> matters, Optional<PlaceGuess> place, long modelVersion) {
    public static final int MATTERS_MAX = 3;
}
