package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Encoder;
import io.footnote.language.TokenVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of articles in a Lucene index: a document a sentence, with its words and its vector; and beside it, for
 * the articles in use, a document a sentence with the vectors of its tokens ({@link TokenDocuments}).
 *
 * <p>The index is derived from the articles and keyed by their content and sentence boundaries, so an article that has
 * not changed is encoded once, whatever it is called. It remembers which format and which encoder made it, and is
 * emptied with a notice when they differ from the program's or when a file of it is damaged.
 *
 * <p>Safe for any number of threads. Several processes may read and write one folder: writing waits for its turn.
 */
public final class SentenceIndex implements AutoCloseable {
    static final String ARTICLE = "article";
    static final String NUMBER = "number";
    static final String TOKENS = "tokens";
    static final String TEXT = "text";
    static final String VECTOR = "vector";

    /** Raised whenever the documents change, so that older indexes are made anew. */
    private static final String FORMAT = "2";

    private static final Duration LOCK_WAIT = Duration.ofSeconds(30);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(100);

    private final Directory directory;
    private final Encoder encoder;
    private final Analyzer analyzer = new EnglishAnalyzer();
    // Figures of the strongest plain BM25 on passages this short; see the evaluation notes in docs/decisions.md.
    private final Similarity similarity = new BM25Similarity(0.9f, 0.4f);
    private DirectoryReader reader;

    private SentenceIndex(Directory directory, Encoder encoder) throws IOException {
        this.directory = directory;
        this.encoder = encoder;
        if (!DirectoryReader.indexExists(directory)) {
            write(writer -> {});
        }
        this.reader = DirectoryReader.open(directory);
    }

    /**
     * Opens the index in a folder, or makes it.
     *
     * @param folder made where it is missing
     * @param encoder makes the vectors
     * @param notice told in one line when the index is made anew
     * @throws RetrievalException when the folder cannot be used
     */
    public static SentenceIndex open(Path folder, Encoder encoder, Consumer<String> notice) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            String flaw = flawOf(directory, encoder);
            if (flaw != null) {
                notice.accept(flaw + " It is made anew from the articles.");
                empty(directory);
            }
            return new SentenceIndex(directory, encoder);
        } catch (IOException e) {
            throw failure("The index in " + folder + " cannot be used", e);
        }
    }

    /** An index in memory that ends with the program. */
    public static SentenceIndex inMemory(Encoder encoder) {
        try {
            return new SentenceIndex(new ByteBuffersDirectory(), encoder);
        } catch (IOException e) {
            throw failure("The index in memory cannot be used", e);
        }
    }

    /** What is wrong with the index, as a sentence, or null where nothing is. */
    private static @Nullable String flawOf(Directory directory, Encoder encoder) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            if (!versionOf(encoder).equals(reader.getIndexCommit().getUserData())) {
                return "The index was made by another version of the program.";
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return null;
        } catch (IndexNotFoundException e) {
            return directory.listAll().length == 0 ? "There is no index yet." : "The index is damaged.";
        } catch (IOException | IllegalArgumentException e) {
            return "The index is damaged.";
        }
    }

    private static Map<String, String> versionOf(Encoder encoder) {
        return Map.of("format", FORMAT, "encoder", encoder.fingerprint());
    }

    private static void empty(Directory directory) throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                lock.ensureValid();
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }

    /**
     * Adds the articles that the index does not hold yet; whole articles only, whatever happens meanwhile.
     *
     * @return how many sentences had to be encoded; 0 when the index held them all
     * @throws RetrievalException when they could not be written
     */
    public synchronized int add(Collection<Article> articles) {
        try {
            refresh();
            List<Article> missing = new ArrayList<>();
            for (Article article : articles) {
                if (reader.docFreq(new Term(ARTICLE, keyOf(article))) == 0) {
                    missing.add(article);
                }
            }
            if (missing.isEmpty()) {
                return 0;
            }
            write(writer -> {
                TokenDocuments kept = new TokenDocuments(writer, reader);
                for (Article article : missing) {
                    String key = keyOf(article);
                    List<SentenceReading> read = article.sentences().parallelStream()
                            .map(sentence -> SentenceReading.of(encoder, article, sentence))
                            .toList();
                    writer.updateDocuments(new Term(ARTICLE, key), documentsOf(article, key, read));
                    Map<Integer, TokenVectors> tokens = new TreeMap<>();
                    read.forEach(reading -> tokens.put(reading.sentence(), reading.tokens()));
                    kept.keep(key, tokens);
                }
            });
            refresh();
            return missing.stream()
                    .mapToInt(article -> article.sentences().size())
                    .sum();
        } catch (IOException e) {
            throw failure("The index could not be written", e);
        }
    }

    /**
     * Keeps the vectors of tokens beside the index, so that the next start need not read these sentences again. When
     * there is no room left, all that was kept before makes room.
     *
     * @throws RetrievalException when they could not be written
     */
    synchronized void keep(Map<String, Map<Integer, TokenVectors>> read) {
        try {
            refresh();
            write(writer -> {
                TokenDocuments kept = new TokenDocuments(writer, reader);
                for (Map.Entry<String, Map<Integer, TokenVectors>> article : read.entrySet()) {
                    kept.keep(article.getKey(), article.getValue());
                }
            });
            refresh();
        } catch (IOException e) {
            throw failure("The index could not be written", e);
        }
    }

    /** Drops all vectors of tokens that are kept; they are made again when they are needed. */
    synchronized void forget() {
        try {
            write(TokenDocuments::drop);
            refresh();
        } catch (IOException e) {
            throw failure("The index could not be written", e);
        }
    }

    interface Reading<T> {
        T from(DirectoryReader reader) throws IOException;
    }

    /** Reads from the index as of the last {@link #add}; what is added meanwhile does not show. */
    <T> T read(Reading<T> reading) {
        DirectoryReader current;
        synchronized (this) {
            current = reader;
            current.incRef();
        }
        try {
            try {
                return reading.from(current);
            } finally {
                current.decRef();
            }
        } catch (IOException e) {
            throw failure("The index could not be read", e);
        }
    }

    Analyzer analyzer() {
        return analyzer;
    }

    Similarity similarity() {
        return similarity;
    }

    Encoder encoder() {
        return encoder;
    }

    /** What the article's documents are found by: its text and the boundaries of its sentences. */
    static String keyOf(Article article) {
        StringBuilder boundaries = new StringBuilder(article.id());
        for (Sentence sentence : article.sentences()) {
            boundaries.append(' ').append(sentence.start()).append('-').append(sentence.end());
        }
        return Article.idOf(boundaries.toString());
    }

    private List<Document> documentsOf(Article article, String key, List<SentenceReading> read) {
        List<Document> documents = new ArrayList<>();
        for (Sentence sentence : article.sentences()) {
            String text = article.textOf(sentence);
            Document document = new Document();
            document.add(new StringField(ARTICLE, key, Field.Store.NO));
            document.add(new NumericDocValuesField(NUMBER, sentence.number()));
            document.add(new NumericDocValuesField(TOKENS, tokens(text)));
            document.add(new TextField(TEXT, text, Field.Store.NO));
            document.add(new KnnFloatVectorField(
                    VECTOR, read.get(sentence.number() - 1).vector(), VectorSimilarityFunction.DOT_PRODUCT));
            documents.add(document);
        }
        return documents;
    }

    private int tokens(String text) {
        try (TokenStream stream = analyzer.tokenStream(TEXT, text)) {
            int count = 0;
            stream.reset();
            while (stream.incrementToken()) {
                count++;
            }
            stream.end();
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Writing {
        void to(IndexWriter writer) throws IOException;
    }

    private void write(Writing writing) throws IOException {
        try (IndexWriter writer = writerInTurn()) {
            writing.to(writer);
            writer.setLiveCommitData(versionOf(encoder).entrySet());
            writer.commit();
        }
    }

    private IndexWriter writerInTurn() throws IOException {
        long attempts = LOCK_WAIT.dividedBy(LOCK_PAUSE);
        for (long attempt = 1; ; attempt++) {
            try {
                // One thread merges, so that the same articles give the same index.
                return new IndexWriter(
                        directory,
                        new IndexWriterConfig(analyzer)
                                .setSimilarity(similarity)
                                .setMergeScheduler(new SerialMergeScheduler())
                                .setCommitOnClose(false));
            } catch (LockObtainFailedException e) {
                if (attempt == attempts) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOCK_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RetrievalException("Writing the index was interrupted; try again.", true, e);
        }
    }

    private void refresh() throws IOException {
        DirectoryReader newer = DirectoryReader.openIfChanged(reader);
        if (newer != null) {
            // Those who still read the older one keep it open until they have done.
            reader.close();
            reader = newer;
        }
    }

    private static RetrievalException failure(String what, IOException e) {
        if (e instanceof LockObtainFailedException) {
            return new RetrievalException(
                    what + ": another process has been writing it for " + LOCK_WAIT.toSeconds()
                            + " seconds; wait for it or end it.",
                    true,
                    e);
        }
        return new RetrievalException(
                what + ": " + reasonOf(e) + "; check that its disk has room and that you may write there.", false, e);
    }

    private static String reasonOf(IOException e) {
        String message = e.getMessage();
        return e.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }

    /** Closes the index; nothing may be added or searched afterwards. */
    @Override
    public synchronized void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw failure("The index could not be closed", e);
        }
    }
}
