package org.mulin.triage.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.mulin.triage.Classifier;
import org.mulin.triage.Classifiers;
import org.mulin.triage.LabelledText;
import org.mulin.triage.Text;

final class LinearClassifiers implements Classifiers {
    @Override
    public Classifier train(List<LabelledText> labelled, List<Text> unlabelled, long seed, Consumer<String> progress) {
        return new EnsembleTrainer(Recipe.BEST, labelled, unlabelled, seed).train(progress);
    }

    @Override
    public Classifier load(Path folder) throws IOException {
        return ModelFile.load(folder);
    }
}
