package io.footnote.retrieval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files of learned weights that ship in the jar. */
final class WeightsFile {
    private WeightsFile() {}

    /**
     * The lines of one.
     *
     * @throws IllegalStateException when it is missing from the build
     */
    static List<String> linesOf(String resource) {
        try (InputStream stream = WeightsFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its weights " + resource);
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return reader.lines().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the weights " + resource + " cannot be read", e);
        }
    }
}
