package io.footnote;

import io.footnote.grounding.SupportForest;
import io.footnote.grounding.SupportModel;
import io.footnote.language.Encoder;
import io.footnote.language.EntailmentModel;
import io.footnote.language.Lexicon;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the gate weighs claims with, and the entailment model beside it, as the settings have it. Not for several threads. */
final class GateWiring implements AutoCloseable {
    private @Nullable EntailmentModel entailment;

    /**
     * What weighs claims, with what was learned and with the model asked beside it.
     *
     * @param natives where native libraries are unpacked
     * @throws io.footnote.language.EntailmentException when the file configured does not do
     */
    SupportModel open(
            Encoder encoder, Tagger tagger, WordNet words, Lexicon lexicon, Settings.Gate configured, Path natives) {
        SupportModel learned = new SupportModel(encoder, tagger, words, lexicon, SupportForest.shipped());
        Path file = configured.entailmentModel();
        if (file == null) {
            return learned;
        }
        entailment = EntailmentModel.load(file, natives);
        return learned.with(entailment);
    }

    @Override
    public void close() {
        if (entailment != null) {
            entailment.close();
        }
    }
}
