package io.footnote.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of JSON objects, one a line, in UTF-8 with or without a byte-order mark; blank lines are passed over.
 * Only the line at hand is in memory. For one thread.
 */
final class JsonLines implements Closeable {
    private final String file;
    private final Limits limits;
    private final InputStream bytes;
    private final ObjectMapper json;
    private int lineNumber;

    /**
     * How much is read.
     *
     * @param lineBytes the longest line in bytes, without its end
     * @param lines the most lines of a file, blank ones included
     */
    record Limits(int lineBytes, int lines) {
        /** What the program reads: lines of 8 MiB, two million of them. */
        static Limits standard() {
            return new Limits(8 << 20, 2_000_000);
        }
    }

    /** @throws DataSetException when the file cannot be opened */
    JsonLines(Path path, Limits limits) {
        this.file = path.toString();
        this.limits = limits;
        this.json = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        if (Files.isDirectory(path)) {
            throw new DataSetException(file + " is a folder: name a file of JSON lines.", null);
        }
        try {
            this.bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        } catch (NoSuchFileException e) {
            throw new DataSetException(file + " does not exist: check the name.", e);
        } catch (AccessDeniedException e) {
            throw new DataSetException(file + " cannot be read: check its permissions.", e);
        } catch (IOException e) {
            throw new DataSetException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * The object of the next line that is not blank, or null at the end.
     *
     * @throws DataSetException when the line is no JSON object in UTF-8, or a limit is passed
     */
    @Nullable
    JsonLine next() {
        for (byte[] line = nextLine(); line != null; line = nextLine()) {
            String text = decode(line);
            if (!text.isBlank()) {
                return new JsonLine(where(), "", parse(text)).requireObject();
            }
        }
        return null;
    }

    /** How many lines have been read. */
    int lineNumber() {
        return lineNumber;
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new DataSetException(file + " cannot be closed (" + e.getMessage() + ").", e);
        }
    }

    private byte @Nullable [] nextLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        try {
            int unit = bytes.read();
            if (unit < 0) {
                return null;
            }
            if (++lineNumber > limits.lines()) {
                throw new DataSetException(
                        file + " has more than " + limits.lines() + " lines: split it into several files.", null);
            }
            for (; unit >= 0 && unit != '\n'; unit = bytes.read()) {
                if (line.size() == limits.lineBytes()) {
                    throw new DataSetException(
                            where() + ": the line is longer than " + limits.lineBytes()
                                    + " bytes: put one shorter JSON object on each line.",
                            null);
                }
                line.write(unit);
            }
        } catch (IOException e) {
            throw new DataSetException(file + " cannot be read to its end (" + e.getMessage() + ").", e);
        }
        return line.toByteArray();
    }

    private String decode(byte[] line) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
            return lineNumber == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DataSetException(where() + ": the line is not UTF-8: save the file in that encoding.", e);
        }
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            String reason = WhiteSpace.collapse(e.getOriginalMessage().replaceAll("\\(start marker at [^)]*\\)", ""));
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new DataSetException(
                    where() + ": the line is not one JSON object (column " + column + ": " + reason
                            + "): write one object a line.",
                    e);
        }
    }

    private String where() {
        return file + ", line " + lineNumber;
    }
}
