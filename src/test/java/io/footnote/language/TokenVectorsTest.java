package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class TokenVectorsTest {
    private static final Offset<Float> ROUNDING = Offset.offset(0.01f);

    @Test
    void nearestIsTheGreatestCosine() {
        List<float[]> sentence = vectors(7, 20);
        List<float[]> question = vectors(8, 3);
        float[] nearest = TokenVectors.of(sentence).nearest(TokenVectors.of(question));
        assertThat(nearest).hasSize(3);
        for (int token = 0; token < nearest.length; token++) {
            assertThat(nearest[token]).isCloseTo(greatestCosine(question.get(token), sentence), ROUNDING);
        }
    }

    @Test
    void aTokenIsNearestToItself() {
        List<float[]> vectors = vectors(9, 5);
        TokenVectors tokens = TokenVectors.of(vectors);
        for (float near : tokens.nearest(tokens)) {
            assertThat(near).isCloseTo(1, ROUNDING);
        }
    }

    @Test
    void nothingIsNearAnEmptyText() {
        assertThat(TokenVectors.of(List.of()).nearest(TokenVectors.of(vectors(1, 2))))
                .containsExactly(-1, -1);
    }

    @Test
    void bytesGiveTheSameVectorsBack() {
        TokenVectors tokens = TokenVectors.of(vectors(3, 4));
        byte[] bytes = tokens.toBytes();
        TokenVectors read = TokenVectors.fromBytes(bytes, 0, bytes.length);
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(read.nearest(tokens)).isEqualTo(tokens.nearest(tokens));
    }

    @Test
    void refusesBytesThatAreNoVectors() {
        assertThatThrownBy(() -> TokenVectors.fromBytes(new byte[100], 0, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100");
    }

    private static float greatestCosine(float[] one, List<float[]> others) {
        float greatest = -1;
        for (float[] other : others) {
            float sum = 0;
            for (int index = 0; index < one.length; index++) {
                sum += one[index] * other[index];
            }
            greatest = Math.max(greatest, sum);
        }
        return greatest;
    }

    private static List<float[]> vectors(long seed, int count) {
        Random random = new Random(seed);
        List<float[]> vectors = new ArrayList<>();
        for (int token = 0; token < count; token++) {
            float[] vector = new float[Encoder.DIMENSIONS];
            double squares = 0;
            for (int index = 0; index < vector.length; index++) {
                vector[index] = (float) random.nextGaussian();
                squares += vector[index] * vector[index];
            }
            for (int index = 0; index < vector.length; index++) {
                vector[index] /= (float) Math.sqrt(squares);
            }
            vectors.add(vector);
        }
        return vectors;
    }
}
