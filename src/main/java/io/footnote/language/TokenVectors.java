package io.footnote.language;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The vectors of a text's tokens, each of length 1 and written in 8 bits a component with a scale of its own: a fourth of
 * the room, and cosines within about .003. Immutable, safe for any number of threads.
 */
public final class TokenVectors {
    private static final int DIMENSIONS = Encoder.DIMENSIONS;

    /** How many dimensions are multiplied in one go, so that a sum is read and written a fourth as often. */
    private static final int STRIDE = 4;

    /** What an array takes in memory besides its components. */
    private static final int ARRAY_HEADER = 16;

    private final byte[] components;
    private final float[] scales;

    /**
     * The vectors with a row for each dimension, an array of its own: only where all that a loop reads and writes has
     * the same index does the JVM turn the loop over tokens into SIMD.
     */
    private final float[][] byDimension;

    private TokenVectors(byte[] components, float[] scales) {
        this.components = components;
        this.scales = scales;
        this.byDimension = new float[DIMENSIONS][scales.length];
        for (int token = 0; token < scales.length; token++) {
            for (int index = 0; index < DIMENSIONS; index++) {
                byDimension[index][token] = components[token * DIMENSIONS + index] * scales[token];
            }
        }
    }

    /** Of vectors of length 1. */
    static TokenVectors of(List<float[]> vectors) {
        byte[] components = new byte[vectors.size() * DIMENSIONS];
        float[] scales = new float[vectors.size()];
        for (int token = 0; token < scales.length; token++) {
            float[] vector = vectors.get(token);
            float greatest = Float.MIN_NORMAL;
            for (float component : vector) {
                greatest = Math.max(greatest, Math.abs(component));
            }
            scales[token] = greatest / Byte.MAX_VALUE;
            for (int index = 0; index < DIMENSIONS; index++) {
                components[token * DIMENSIONS + index] = (byte) Math.round(vector[index] / scales[token]);
            }
        }
        return new TokenVectors(components, scales);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are none of its
     */
    public static TokenVectors fromBytes(byte[] bytes, int offset, int length) {
        int size = Float.BYTES + DIMENSIONS;
        if (length % size != 0) {
            throw new IllegalArgumentException("length must be a multiple of " + size + ", got " + length);
        }
        float[] scales = new float[length / size];
        byte[] components = new byte[scales.length * DIMENSIONS];
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        buffer.asFloatBuffer().get(scales);
        buffer.position(offset + scales.length * Float.BYTES).get(components);
        return new TokenVectors(components, scales);
    }

    /** The scales, then the components. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(scales.length * (Float.BYTES + DIMENSIONS));
        buffer.asFloatBuffer().put(scales);
        return buffer.position(scales.length * Float.BYTES).put(components).array();
    }

    /** How many tokens there are. */
    public int count() {
        return scales.length;
    }

    /** How much room they take in memory. */
    public int sizeInBytes() {
        return scales.length * (Float.BYTES + DIMENSIONS + DIMENSIONS * Float.BYTES) + DIMENSIONS * ARRAY_HEADER;
    }

    /**
     * How near the nearest of these tokens comes to each token of a question (Khattab and Zaharia, 2020,
     * <i>ColBERT</i>).
     *
     * @return for each token of the question the greatest cosine with any of these, -1 where there are none
     */
    public float[] nearest(TokenVectors question) {
        float[] nearest = new float[question.count()];
        float[][] cosines = cosines(question);
        for (int asked = 0; asked < nearest.length; asked++) {
            float greatest = -1;
            for (float cosine : cosines[asked]) {
                greatest = Math.max(greatest, cosine);
            }
            nearest[asked] = greatest;
        }
        return nearest;
    }

    /** The cosine of each token of a question with each of these: a row for each token of the question. */
    public float[][] cosines(TokenVectors question) {
        float[][] cosines = new float[question.count()][count()];
        int asked = 0;
        for (; asked + 1 < cosines.length; asked += 2) {
            addTwo(question, asked, cosines[asked], cosines[asked + 1]);
        }
        if (asked < cosines.length) {
            addOne(question, asked, cosines[asked]);
        }
        return cosines;
    }

    private void addOne(TokenVectors question, int asked, float[] cosines) {
        for (int index = 0; index < DIMENSIONS; index += STRIDE) {
            float first = question.byDimension[index][asked];
            float second = question.byDimension[index + 1][asked];
            float third = question.byDimension[index + 2][asked];
            float fourth = question.byDimension[index + 3][asked];
            float[] row = byDimension[index];
            float[] next = byDimension[index + 1];
            float[] afterNext = byDimension[index + 2];
            float[] last = byDimension[index + 3];
            for (int token = 0; token < cosines.length; token++) {
                cosines[token] +=
                        first * row[token] + second * next[token] + third * afterNext[token] + fourth * last[token];
            }
        }
    }

    /** The same for two tokens of the question at once, so that each row is read half as often. */
    private void addTwo(TokenVectors question, int asked, float[] ofOne, float[] ofOther) {
        for (int index = 0; index < DIMENSIONS; index += STRIDE) {
            float first = question.byDimension[index][asked];
            float second = question.byDimension[index + 1][asked];
            float third = question.byDimension[index + 2][asked];
            float fourth = question.byDimension[index + 3][asked];
            float otherFirst = question.byDimension[index][asked + 1];
            float otherSecond = question.byDimension[index + 1][asked + 1];
            float otherThird = question.byDimension[index + 2][asked + 1];
            float otherFourth = question.byDimension[index + 3][asked + 1];
            float[] row = byDimension[index];
            float[] next = byDimension[index + 1];
            float[] afterNext = byDimension[index + 2];
            float[] last = byDimension[index + 3];
            for (int token = 0; token < ofOne.length; token++) {
                ofOne[token] +=
                        first * row[token] + second * next[token] + third * afterNext[token] + fourth * last[token];
                ofOther[token] += otherFirst * row[token]
                        + otherSecond * next[token]
                        + otherThird * afterNext[token]
                        + otherFourth * last[token];
            }
        }
    }
}
