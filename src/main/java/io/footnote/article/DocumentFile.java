package io.footnote.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads documents from files. Stateless. */
final class DocumentFile {
    private DocumentFile() {}

    /** @throws ArticleException when there is no such file, it may not be read, or it is too large */
    static Document read(Path file) {
        String source = file.toString();
        return new Document(source, String.valueOf(file.getFileName()), bytesOf(source, file), null, null, null);
    }

    private static byte[] bytesOf(String source, Path file) {
        if (!Files.exists(file)) {
            throw new ArticleException("there is no file " + source + "; check the path");
        }
        if (Files.isDirectory(file)) {
            throw new ArticleException(source + " is a folder; name one file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new ArticleException(source + " is not an ordinary file; save the text to a file and give that");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            if (Files.size(file) > Document.MAX_BYTES) {
                throw Document.tooLarge(source);
            }
            byte[] bytes = stream.readNBytes(Document.MAX_BYTES + 1);
            if (bytes.length > Document.MAX_BYTES) {
                throw Document.tooLarge(source);
            }
            return bytes;
        } catch (AccessDeniedException e) {
            throw new ArticleException(source + " may not be read; ask its owner for the right to read it", e);
        } catch (IOException e) {
            throw new ArticleException(source + " cannot be read (" + e.getMessage() + "); try a copy of it", e);
        }
    }
}
