package io.footnote;

import io.footnote.grounding.SupportModel;
import io.footnote.language.EntailmentModel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the gate weighs claims with, and the entailment model beside it, as the settings have it. Not for several threads. */
final class GateWiring implements AutoCloseable {
    private @Nullable EntailmentModel entailment;

    /**
     * The model with what is asked beside it.
     *
     * @param natives where native libraries are unpacked
     * @throws io.footnote.language.EntailmentException when the file configured does not do
     */
    SupportModel beside(SupportModel learned, Settings.Gate configured, Path natives) {
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
