package io.footnote.language;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * The vectors of a text's tokens, each of length 1 and kept in 8 bits a component with a scale of its own: a fourth of
 * the room, and similarities within about .003. Immutable, safe for any number of threads.
 */
public final class TokenVectors {
    private static final int DIMENSIONS = Encoder.DIMENSIONS;

    private final byte[] components;
    private final float[] scales;

    private TokenVectors(byte[] components, float[] scales) {
        this.components = components;
        this.scales = scales;
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
        ByteBuffer buffer = ByteBuffer.allocate(sizeInBytes());
        buffer.asFloatBuffer().put(scales);
        return buffer.position(scales.length * Float.BYTES).put(components).array();
    }

    /** How many tokens there are. */
    public int count() {
        return scales.length;
    }

    /** How much room they take. */
    public int sizeInBytes() {
        return scales.length * (Float.BYTES + DIMENSIONS);
    }

    /**
     * How near the nearest of these tokens comes to each token of a question (Khattab and Zaharia, 2020,
     * <i>ColBERT</i>).
     *
     * @return for each token of the question the greatest cosine with any of these, -1 where there are none
     */
    public float[] nearest(TokenVectors question) {
        float[] nearest = new float[question.count()];
        for (int asked = 0; asked < nearest.length; asked++) {
            float greatest = -1;
            for (int token = 0; token < scales.length; token++) {
                int product =
                        dotProduct(question.components, asked * DIMENSIONS, components, token * DIMENSIONS, DIMENSIONS);
                greatest = Math.max(greatest, product * question.scales[asked] * scales[token]);
            }
            nearest[asked] = greatest;
        }
        return nearest;
    }

    private static int dotProduct(byte[] one, int from, byte[] other, int start, int length) {
        int sum = 0;
        for (int index = 0; index < length; index++) {
            sum += one[from + index] * other[start + index];
        }
        return sum;
    }
}
