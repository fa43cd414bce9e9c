package org.mulin.triage;

import org.jspecify.annotations.Nullable;

/**
 * The deepest area that is known for a message.
 *
 * @param confidence 0 to 1; a point or a choice without contradiction is 1
 * @param span the words that name the place, null when no words did
 * @param placeName the compound, road or landmark that is named, null when the words name an area only
 */
public record PlaceGuess(
        String areaCode,
        String areaKey,
        double confidence,
        PlaceSource how,
        @Nullable Span span,
        @Nullable String placeName) {}
