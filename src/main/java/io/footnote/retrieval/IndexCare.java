package io.footnote.retrieval;

import io.footnote.language.Encoders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/** Finds out whether an index on disk can be used, and empties it where it cannot. */
final class IndexCare {
    /** Raised whenever the documents change, so that older indexes are made anew. */
    private static final String FORMAT = "4";

    private IndexCare() {}

    /** Empties the index of a folder, with a notice, unless this program made it and it is whole. */
    static void repair(Path folder, Directory directory, Encoders encoders, Consumer<String> notice)
            throws IOException {
        if (flawOf(directory, encoders) != null) {
            clearLockFile(folder);
            makeAnew(directory, encoders, notice);
        }
    }

    /** What is wrong with the index, as a sentence, or null where nothing is. */
    private static @Nullable String flawOf(Directory directory, Encoders encoders) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            if (!versionOf(encoders).equals(reader.getIndexCommit().getUserData())) {
                return "The index was made by another version of the program.";
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return null;
        } catch (IndexNotFoundException e) {
            boolean empty = Stream.of(directory.listAll()).allMatch(IndexWriter.WRITE_LOCK_NAME::equals);
            return empty ? "There is no index yet." : "The index is damaged.";
        } catch (IOException | RuntimeException e) {
            // Bytes that mean nothing end in all sorts of exceptions.
            return "The index is damaged.";
        }
    }

    /** Lucene refuses a lock whose file holds anything. Emptying it harms nobody: a lock belongs to the file itself. */
    private static void clearLockFile(Path folder) throws IOException {
        Path lock = folder.resolve(IndexWriter.WRITE_LOCK_NAME);
        if (Files.isRegularFile(lock) && Files.size(lock) > 0) {
            Files.write(lock, new byte[0]);
        }
    }

    /** What an index remembers of the program that made it. */
    static Map<String, String> versionOf(Encoders encoders) {
        return Map.of("format", FORMAT, "encoder", encoders.fingerprint());
    }

    private static void makeAnew(Directory directory, Encoders encoders, Consumer<String> notice) throws IOException {
        try (Lock lock = IndexLock.inTurn(() -> directory.obtainLock(IndexWriter.WRITE_LOCK_NAME))) {
            // Another process may have made it anew meanwhile.
            String flaw = flawOf(directory, encoders);
            if (flaw == null) {
                return;
            }
            notice.accept(flaw + " It is made anew from the articles.");
            for (String file : directory.listAll()) {
                lock.ensureValid();
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }
}
