package io.footnote;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output, which remembers whether something was lost on its way, because a {@link java.io.PrintWriter} passes
 * over failures in silence. Not thread-safe.
 */
final class ResultStream extends FilterOutputStream {
    private boolean lost;

    ResultStream(OutputStream out) {
        super(out);
    }

    /** Whether results were lost. A reader that had enough and closed the pipe, as {@code head} does, loses nothing. */
    boolean lost() {
        return lost;
    }

    @Override
    public void write(int unit) throws IOException {
        write(new byte[] {(byte) unit}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        try {
            out.write(bytes, start, length);
        } catch (IOException e) {
            lost |= !String.valueOf(e.getMessage()).contains("Broken pipe");
            throw e;
        }
    }
}
