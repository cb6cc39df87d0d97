package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EncoderTest {
    @TempDir
    private static Path cache;

    private static Encoder encoder;

    @BeforeAll
    static void load() {
        encoder = Encoder.load(cache);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void vectorsHaveUnitLength() {
        float[] vector = encoder.encodePassage("The ferry leaves at nine.");
        assertThat(vector).hasSize(Encoder.DIMENSIONS);
        assertThat(dot(vector, vector)).isCloseTo(1, Offset.offset(1e-5));
    }

    @Test
    void likeMeaningLiesCloserThanLikeWords() {
        float[] question = encoder.encodeQuestion("When does the boat depart?");
        double ferry = dot(question, encoder.encodePassage("The ferry leaves at nine."));
        double boat = dot(question, encoder.encodePassage("The boat is painted green."));
        assertThat(ferry).isGreaterThan(boat);
    }

    @Test
    void theSameTextHasTheSameVectorOnEveryThread() {
        float[] expected = encoder.encodePassage("Nine ships were counted.");
        List<float[]> vectors = IntStream.range(0, 16)
                .parallel()
                .mapToObj(index -> encoder.encodePassage("Nine ships were counted."))
                .toList();
        assertThat(vectors).allSatisfy(vector -> assertThat(vector).containsExactly(expected));
    }

    @Test
    void readsAPassageOnceAndAQuestionEveryTimeWhenItRemembers() {
        Encoder remembering = encoder.remembering();
        float[] first = remembering.encodePassage("Nine ships were counted.");
        assertThat(remembering.encodePassage("Nine ships were counted.")).containsExactly(first);
        assertThat(first).containsExactly(encoder.encodePassage("Nine ships were counted."));
        assertThat(remembering.encodedTexts()).isEqualTo(1);

        remembering.readPassage("It was dawn.", "Nine ships were counted.", "");
        remembering.readPassage("It was dusk.", "Nine ships were counted.", "");
        remembering.readPassage("It was dawn.", "Nine ships were counted.", "");
        assertThat(remembering.encodedTexts()).isEqualTo(3);

        remembering.encodeQuestion("How many ships?");
        remembering.encodeQuestion("How many ships?");
        assertThat(remembering.encodedTexts()).isEqualTo(5);
    }

    @Test
    void takesTextsBeyondItsLimit() {
        String longText =
                String.join(" ", Stream.generate(() -> "harbour").limit(5_000).toList());
        assertThat(encoder.encodePassage(longText)).hasSize(Encoder.DIMENSIONS);
    }

    @Test
    void takesTextsWithoutAnyWord() {
        assertThat(encoder.encodePassage("")).doesNotContain(Float.NaN);
        assertThat(encoder.encodePassage("\uD83D\uDE00")).doesNotContain(Float.NaN);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int index = 0; index < one.length; index++) {
            sum += one[index] * other[index];
        }
        return sum;
    }
}
