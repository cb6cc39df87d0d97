package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Encoder;
import io.footnote.language.TokenVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(SentenceIndex.class);

    /** From how many sentences on a person is told why nothing seems to happen. */
    private static final int MANY_SENTENCES = 500;

    private static final Duration LOCK_WAIT = Duration.ofSeconds(30);
    private static final Duration LOCK_PAUSE = Duration.ofMillis(100);

    private final Directory directory;
    private final Encoder encoder;
    private final String name;
    private final Consumer<String> notice;
    private final Analyzer analyzer = new EnglishAnalyzer();
    // Figures of the strongest plain BM25 on passages this short; see the evaluation notes in docs/decisions.md.
    private final Similarity similarity = new BM25Similarity(0.9f, 0.4f);
    private DirectoryReader reader;

    private SentenceIndex(Directory directory, Encoder encoder, String name, Consumer<String> notice)
            throws IOException {
        this.directory = directory;
        this.encoder = encoder;
        this.name = name;
        this.notice = notice;
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
     * @param notice told in one line when the index is made anew, and when there is much to encode
     * @throws RetrievalException when the folder cannot be used
     */
    public static SentenceIndex open(Path folder, Encoder encoder, Consumer<String> notice) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            if (flawOf(directory, encoder) != null) {
                clearLockFile(folder);
                makeAnew(directory, encoder, notice);
            }
            return new SentenceIndex(directory, encoder, folder.toString(), notice);
        } catch (IOException | AlreadyClosedException e) {
            throw failure("The index in " + folder + " cannot be used", e);
        }
    }

    /** An index in memory that ends with the program. */
    public static SentenceIndex inMemory(Encoder encoder) {
        try {
            return new SentenceIndex(new ByteBuffersDirectory(), encoder, "memory", line -> {});
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

    private static Map<String, String> versionOf(Encoder encoder) {
        return Map.of("format", FORMAT, "encoder", encoder.fingerprint());
    }

    private static void makeAnew(Directory directory, Encoder encoder, Consumer<String> notice) throws IOException {
        try (Lock lock = inTurn(() -> directory.obtainLock(IndexWriter.WRITE_LOCK_NAME))) {
            // Another process may have made it anew meanwhile.
            String flaw = flawOf(directory, encoder);
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
            int encoded = missing.stream()
                    .mapToInt(article -> article.sentences().size())
                    .sum();
            LOG.debug(
                    "index={} articles={} sentences={} encoded={}",
                    name,
                    articles.size(),
                    articles.stream()
                            .mapToInt(article -> article.sentences().size())
                            .sum(),
                    encoded);
            if (missing.isEmpty()) {
                return 0;
            }
            if (encoded >= MANY_SENTENCES) {
                notice.accept("Encoding " + encoded + " sentences for the index, which takes a while, and only once.");
            }
            // Encoded before the index is locked, so that a long article keeps no other process waiting.
            Map<Article, List<SentenceReading>> readings = new LinkedHashMap<>();
            for (Article article : missing) {
                readings.put(article, readingsOf(article));
            }
            write(writer -> {
                TokenDocuments kept = new TokenDocuments(writer, reader);
                for (Map.Entry<Article, List<SentenceReading>> read : readings.entrySet()) {
                    String key = keyOf(read.getKey());
                    writer.updateDocuments(new Term(ARTICLE, key), documentsOf(read.getKey(), key, read.getValue()));
                    Map<Integer, TokenVectors> tokens = new TreeMap<>();
                    read.getValue().forEach(reading -> tokens.put(reading.sentence(), reading.tokens()));
                    kept.keep(key, tokens);
                }
            });
            refresh();
            return encoded;
        } catch (IOException | AlreadyClosedException e) {
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
        } catch (IOException | AlreadyClosedException e) {
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

    private List<SentenceReading> readingsOf(Article article) {
        return article.sentences().parallelStream()
                .map(sentence -> SentenceReading.of(encoder, article, sentence))
                .toList();
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
        // One thread merges, so that the same articles give the same index.
        return inTurn(() -> new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer)
                        .setSimilarity(similarity)
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setCommitOnClose(false)));
    }

    private interface Taking<T> {
        T take() throws IOException;
    }

    /** Takes something that needs the lock of the index, when those who have it are done. */
    private static <T> T inTurn(Taking<T> taking) throws IOException {
        long attempts = LOCK_WAIT.dividedBy(LOCK_PAUSE);
        for (long attempt = 1; ; attempt++) {
            try {
                return taking.take();
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

    private static RetrievalException failure(String what, Exception e) {
        return new RetrievalException(what + ": " + reasonOf(e), e instanceof LockObtainFailedException, e);
    }

    private static String reasonOf(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof LockObtainFailedException) {
            return "another process has been writing it for " + LOCK_WAIT.toSeconds()
                    + " seconds; wait for it or end it.";
        }
        if (e instanceof FileAlreadyExistsException || message.contains("Not a directory")) {
            return "a file stands where a folder should be; move it away.";
        }
        if (e instanceof AccessDeniedException || message.contains("Read-only file system")) {
            return "you may not write there; change who may, or set data-dir to another folder.";
        }
        if (message.contains("No space left") || message.contains("quota") || message.contains("File too large")) {
            return "its disk has no room left; make some and try again.";
        }
        return "its files are damaged or its disk fails (" + e.getClass().getSimpleName()
                + "); delete the folder, which costs time and loses nothing, and try again.";
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
