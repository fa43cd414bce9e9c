package org.mulin.triage.internal;

import java.util.Optional;
import org.mulin.area.AreaTree;
import org.mulin.triage.NamedPlaces;
import org.mulin.triage.PlaceGuess;
import org.mulin.triage.Text;

final class PlacesOfTree implements NamedPlaces {
    private final PlaceReader reader;

    PlacesOfTree(AreaTree tree) {
        reader = new PlaceReader(PlaceReaders.gazetteer(tree));
    }

    @Override
    public Optional<PlaceGuess> read(Text text) {
        return reader.named(text, Plain.of(text.whole()));
    }
}
