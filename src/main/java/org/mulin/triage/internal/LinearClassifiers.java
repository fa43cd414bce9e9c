package org.mulin.triage.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.mulin.triage.Classifier;
import org.mulin.triage.Classifiers;
import org.mulin.triage.LabelledText;

final class LinearClassifiers implements Classifiers {
    @Override
    public Classifier train(List<LabelledText> labelled, long seed, Consumer<String> progress) {
        return new EnsembleTrainer(Recipe.BEST, labelled, seed).train(progress);
    }

    @Override
    public Classifier load(Path folder) throws IOException {
        return ModelFile.load(folder);
    }
}
