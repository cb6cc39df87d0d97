package io.footnote.language;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The vectors of a text's tokens, each of length 1 and written in 8 bits a component with a scale of its own: a fourth of
 * the room, and cosines within about .003. Immutable, safe for any number of threads.
 */
public final class TokenVectors {
    private static final int DIMENSIONS = Encoder.DIMENSIONS;

    /** How many dimensions are multiplied in one go, so that a sum is read and written a fourth as often. */
    private static final int STRIDE = 4;

    private final byte[] components;
    private final float[] scales;

    /** The vectors with a row for each dimension: the loop over tokens is then one that the JVM turns into SIMD. */
    private final float[] byDimension;

    private TokenVectors(byte[] components, float[] scales) {
        this.components = components;
        this.scales = scales;
        this.byDimension = new float[components.length];
        for (int token = 0; token < scales.length; token++) {
            for (int index = 0; index < DIMENSIONS; index++) {
                byDimension[index * scales.length + token] = components[token * DIMENSIONS + index] * scales[token];
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
        return scales.length * (Float.BYTES + DIMENSIONS + DIMENSIONS * Float.BYTES);
    }

    /**
     * How near the nearest of these tokens comes to each token of a question (Khattab and Zaharia, 2020,
     * <i>ColBERT</i>).
     *
     * @return for each token of the question the greatest cosine with any of these, -1 where there are none
     */
    public float[] nearest(TokenVectors question) {
        float[] nearest = new float[question.count()];
        float[] row = new float[count()];
        for (int asked = 0; asked < nearest.length; asked++) {
            cosines(question, asked, row);
            float greatest = -1;
            for (float cosine : row) {
                greatest = Math.max(greatest, cosine);
            }
            nearest[asked] = greatest;
        }
        return nearest;
    }

    /** The cosine of each token of a question with each of these: a row for each token of the question. */
    public float[][] cosines(TokenVectors question) {
        float[][] cosines = new float[question.count()][count()];
        for (int asked = 0; asked < cosines.length; asked++) {
            cosines(question, asked, cosines[asked]);
        }
        return cosines;
    }

    /** The cosine of one token of a question with each of these. */
    private void cosines(TokenVectors question, int asked, float[] cosines) {
        Arrays.fill(cosines, 0);
        int count = cosines.length;
        int of = question.count();
        float[] other = question.byDimension;
        for (int index = 0; index < DIMENSIONS; index += STRIDE) {
            float first = other[index * of + asked];
            float second = other[(index + 1) * of + asked];
            float third = other[(index + 2) * of + asked];
            float fourth = other[(index + 3) * of + asked];
            int row = index * count;
            int next = row + count;
            int afterNext = next + count;
            int last = afterNext + count;
            for (int token = 0; token < count; token++) {
                cosines[token] += first * byDimension[row + token]
                        + second * byDimension[next + token]
                        + third * byDimension[afterNext + token]
                        + fourth * byDimension[last + token];
            }
        }
    }
}
