package org.mulin.triage.internal;

import java.util.List;

/**
 * Believes a doubtful name when another one says the same: a certain name of the same area, of one inside it or of one
 * of those around it below the district (nearly every message names the district, which proves nothing); or the name of
 * its parent right before it (新余渝水). The area that the author chose counts as a certain name.
 */
final class Agreement {
    private final Gazetteer gazetteer;
    private final int chosen;

    /** @param chosen number of the area that the author chose, 0 for none */
    Agreement(Gazetteer gazetteer, int chosen) {
        this.gazetteer = gazetteer;
        this.chosen = chosen;
    }

    List<Mention> settle(List<Mention> mentions) {
        if (mentions.stream().noneMatch(Mention::doubtful)) {
            return mentions;
        }
        return mentions.stream()
                .map(mention -> mention.doubtful() && agrees(mention, mentions) ? mention.believed() : mention)
                .toList();
    }

    private boolean agrees(Mention doubtful, List<Mention> mentions) {
        for (Gazetteer.Meaning meaning : doubtful.meanings()) {
            if (isAround(chosen, meaning.node())
                    || mentions.stream().anyMatch(other -> agrees(doubtful, meaning, other))) {
                return true;
            }
        }
        return false;
    }

    private boolean agrees(Mention doubtful, Gazetteer.Meaning meaning, Mention other) {
        boolean before = other.to() == doubtful.from();
        return other.meanings().stream()
                .anyMatch(said -> before && gazetteer.node(meaning.node()).parent() == said.node()
                        || !other.doubtful()
                                && (isAround(said.node(), meaning.node())
                                        || gazetteer.isWithin(said.node(), meaning.node())));
    }

    /** Whether an area below the districts is this area or contains it. */
    private boolean isAround(int outer, int inner) {
        return outer > 0 && gazetteer.node(outer).parent() > 0 && gazetteer.isWithin(inner, outer);
    }
}
