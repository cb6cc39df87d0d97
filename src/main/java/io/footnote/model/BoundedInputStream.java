package io.footnote.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may not be longer than it should: what comes after that many bytes ends it. For one thread. */
final class BoundedInputStream extends FilterInputStream {
    private final int limit;
    private long left;

    /** @param limit the most bytes that are handed on */
    BoundedInputStream(InputStream in, int limit) {
        super(in);
        this.limit = limit;
        this.left = limit;
    }

    /** @throws IllegalStateException when there are more bytes than allowed */
    @Override
    public int read() throws IOException {
        int one = in.read();
        return one < 0 ? one : counted(1, one);
    }

    /** @throws IllegalStateException when there are more bytes than allowed */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        return count < 0 ? count : counted(count, count);
    }

    private int counted(int bytes, int result) {
        left -= bytes;
        if (left < 0) {
            throw new IllegalStateException("the stream has more than " + limit + " bytes");
        }
        return result;
    }
}
