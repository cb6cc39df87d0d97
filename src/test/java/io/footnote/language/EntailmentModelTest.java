package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EntailmentModelTest {
    @TempDir
    private static Path cache;

    @TempDir
    private Path folder;

    @Test
    void theProbabilityIsThatOfTheLabelCalledEntailment() throws IOException {
        try (EntailmentModel model = EntailmentModel.load(TinyEntailmentModel.write(folder), cache)) {
            // logits 35 - 10 * 3, 0 and 0; with "no" among the words 35 - 10 * 4
            double likely = Math.exp(5) / (Math.exp(5) + 2);
            double unlikely = Math.exp(-5) / (Math.exp(-5) + 2);
            assertThat(model.probability("Yes", "yes yes")).isCloseTo(likely, within(1e-6));
            assertThat(model.probability("Yes", "yes no")).isCloseTo(unlikely, within(1e-6));
            assertThat(model.probability("No", "yes")).isCloseTo(unlikely, within(1e-6));
        }
    }

    @Test
    void ofALongPremiseTheEndIsNotRead() throws IOException {
        try (EntailmentModel model = EntailmentModel.load(TinyEntailmentModel.write(folder), cache)) {
            // three marks and the hypothesis take four of the tokens
            int room = EntailmentModel.MAX_TOKENS - 4;
            assertThat(model.probability("yes ".repeat(room - 1) + "no", "yes")).isLessThan(.5);
            assertThat(model.probability("yes ".repeat(room) + "no", "yes")).isGreaterThan(.5);
        }
    }

    @Test
    void aModelWithoutItsTokenizerIsRefused() throws IOException {
        Path model = TinyEntailmentModel.write(folder);
        Files.delete(folder.resolve("tokenizer.json"));
        assertThatThrownBy(() -> EntailmentModel.load(model, cache))
                .isInstanceOf(EntailmentException.class)
                .hasMessageContaining("lacks tokenizer.json")
                .hasMessageContaining("gate.entailment-model");
    }

    @Test
    void aModelWithoutTheLabelIsRefused() throws IOException {
        Path model = TinyEntailmentModel.write(folder, "{\"id2label\":{\"0\":\"toxic\"}}");
        assertThatThrownBy(() -> EntailmentModel.load(model, cache))
                .isInstanceOf(EntailmentException.class)
                .hasMessageContaining("toxic");
    }

    @Test
    void whatIsNoModelIsRefused() throws IOException {
        Path model = TinyEntailmentModel.write(folder);
        Files.writeString(model, "not a model");
        assertThatThrownBy(() -> EntailmentModel.load(model, cache))
                .isInstanceOf(EntailmentException.class)
                .hasMessageContaining("tiny.onnx cannot be read");
    }

    @Test
    void aModelWithFewerLabelsThanItGivesIsRefused() throws IOException {
        Path file = TinyEntailmentModel.write(folder, "{\"id2label\":{\"0\":\"entailment\"}}");
        try (EntailmentModel model = EntailmentModel.load(file, cache)) {
            assertThatThrownBy(() -> model.probability("Yes", "yes"))
                    .isInstanceOf(EntailmentException.class)
                    .hasMessageContaining("one row of 1 numbers");
        }
    }
}
