package io.footnote.retrieval;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Encoder;
import io.footnote.language.Encoders;
import io.footnote.language.TokenVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
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
    /** The article's id, which its documents go by when it is removed, whatever its boundaries were. */
    static final String ID = "id";

    static final String NUMBER = "number";
    static final String TOKENS = "tokens";
    static final String TEXT = "text";
    static final String VECTOR = "vector";

    private static final Logger LOG = LoggerFactory.getLogger(SentenceIndex.class);

    /** From how many sentences on a person is told why nothing seems to happen. */
    private static final int MANY_SENTENCES = 500;

    /**
     * Up to how many sentences added at once have their tokens' vectors made ahead, which takes three times as long as
     * the sentences' own. Beyond, as for a library, they are made when a question comes near.
     */
    public static final int READ_AHEAD = 1_000;

    private final Directory directory;
    private final Encoders encoders;
    private final String name;
    private final Consumer<String> notice;
    // Figures of the strongest plain BM25 on passages this short; see the evaluation notes in docs/decisions.md.
    private final Similarity similarity = new BM25Similarity(0.9f, 0.4f);
    /** Kept while an article is in use; weak keys are told apart by identity. */
    private final LoadingCache<Article, String> keys =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build(SentenceIndex::madeKey);

    private DirectoryReader reader;

    private SentenceIndex(Directory directory, Encoders encoders, String name, Consumer<String> notice)
            throws IOException {
        this.directory = directory;
        this.encoders = encoders;
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
        return open(folder, new Encoders(encoder, null), notice);
    }

    /** The same with an encoder for each language. */
    public static SentenceIndex open(Path folder, Encoders encoders, Consumer<String> notice) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            IndexCare.repair(folder, directory, encoders, notice);
            return new SentenceIndex(directory, encoders, folder.toString(), notice);
        } catch (IOException | AlreadyClosedException e) {
            throw RetrievalException.of("The index in " + folder + " cannot be used", e);
        }
    }

    /** An index in memory that ends with the program. */
    public static SentenceIndex inMemory(Encoder encoder) {
        return inMemory(new Encoders(encoder, null));
    }

    /** The same with an encoder for each language. */
    public static SentenceIndex inMemory(Encoders encoders) {
        try {
            return new SentenceIndex(new ByteBuffersDirectory(), encoders, "memory", line -> {});
        } catch (IOException e) {
            throw RetrievalException.of("The index in memory cannot be used", e);
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
            List<Article> missing = missing(articles);
            int encoded = sentencesOf(missing);
            if (encoded >= MANY_SENTENCES) {
                notice.accept("Encoding " + encoded + " sentences for the index, which takes a while, and only once.");
            }
            write(missing, encoded <= READ_AHEAD, article -> {});
            return encoded;
        } catch (IOException | AlreadyClosedException e) {
            throw RetrievalException.of("The index could not be written", e);
        }
    }

    /**
     * Adds articles of a library: as {@link #add}, but a question reads the tokens that it needs.
     *
     * @param encoded told of each article that had to be encoded
     * @throws RetrievalException when they could not be written
     */
    public synchronized void addLibrary(Collection<Article> articles, Consumer<Article> encoded) {
        try {
            write(missing(articles), false, encoded);
        } catch (IOException | AlreadyClosedException e) {
            throw RetrievalException.of("The index could not be written", e);
        }
    }

    private List<Article> missing(Collection<Article> articles) throws IOException {
        refresh();
        List<Article> missing = new ArrayList<>();
        for (Article article : articles) {
            if (reader.docFreq(new Term(ARTICLE, keyOf(article))) == 0) {
                missing.add(article);
            }
        }
        LOG.debug(
                "index={} articles={} sentences={} encoded={}",
                name,
                articles.size(),
                sentencesOf(articles),
                sentencesOf(missing));
        return missing;
    }

    private static int sentencesOf(Collection<Article> articles) {
        return articles.stream().mapToInt(article -> article.sentences().size()).sum();
    }

    private void write(List<Article> missing, boolean withTokens, Consumer<Article> encoded) throws IOException {
        if (missing.isEmpty()) {
            return;
        }
        // Encoded before the index is locked, so that a long article keeps no other process waiting.
        Map<Article, List<SentenceReading>> readings = new LinkedHashMap<>();
        for (Article article : missing) {
            readings.put(article, readingsOf(article, withTokens));
            encoded.accept(article);
        }
        write(writer -> {
            TokenDocuments kept = new TokenDocuments(writer, reader);
            for (Map.Entry<Article, List<SentenceReading>> read : readings.entrySet()) {
                String key = keyOf(read.getKey());
                writer.updateDocuments(
                        new Term(ARTICLE, key), SentenceDocuments.of(read.getKey(), key, read.getValue()));
                Map<Integer, TokenVectors> tokens = new TreeMap<>();
                for (SentenceReading reading : read.getValue()) {
                    if (reading.tokens() != null) {
                        tokens.put(reading.sentence(), reading.tokens());
                    }
                }
                kept.keep(key, tokens);
            }
        });
        refresh();
    }

    /**
     * Removes whatever belongs to other articles than these, for good: their words and vectors are no longer in any file
     * of the index.
     *
     * @param ids the ids of the articles that stay
     * @return whether there was anything to remove
     * @throws RetrievalException when the index could not be written
     */
    public synchronized boolean retain(Set<String> ids) {
        try {
            refresh();
            List<Term> gone = ids().stream()
                    .filter(id -> !ids.contains(id))
                    .map(id -> new Term(ID, id))
                    .toList();
            if (gone.isEmpty()) {
                return false;
            }
            write(writer -> {
                writer.deleteDocuments(gone.toArray(Term[]::new));
                // the vectors of tokens are known by boundaries, not by article, and can be made again
                TokenDocuments.drop(writer);
                writer.forceMergeDeletes();
            });
            refresh();
            return true;
        } catch (IOException | AlreadyClosedException e) {
            throw RetrievalException.of("The index could not be written", e);
        }
    }

    /** The ids of the articles that the index holds. */
    public synchronized Set<String> ids() {
        try {
            refresh();
            return IndexedArticles.ids(reader);
        } catch (IOException | AlreadyClosedException e) {
            throw RetrievalException.of("The index could not be read", e);
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
            throw RetrievalException.of("The index could not be written", e);
        }
    }

    /** Drops all vectors of tokens that are kept; they are made again when they are needed. */
    synchronized void forget() {
        try {
            write(TokenDocuments::drop);
            refresh();
        } catch (IOException e) {
            throw RetrievalException.of("The index could not be written", e);
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
            throw RetrievalException.of("The index could not be read", e);
        }
    }

    Similarity similarity() {
        return similarity;
    }

    Encoders encoders() {
        return encoders;
    }

    /** What the article's documents are found by: its text and the boundaries of its sentences. */
    String keyOf(Article article) {
        return keys.get(article);
    }

    private static String madeKey(Article article) {
        StringBuilder boundaries = new StringBuilder(article.id()).append(" ").append(article.language());
        for (Sentence sentence : article.sentences()) {
            boundaries.append(' ').append(sentence.start()).append('-').append(sentence.end());
        }
        return Article.idOf(boundaries.toString());
    }

    private List<SentenceReading> readingsOf(Article article, boolean withTokens) {
        return article.sentences().parallelStream()
                .map(sentence -> SentenceReading.of(encoders.of(article.language()), article, sentence, withTokens))
                .toList();
    }

    private interface Writing {
        void to(IndexWriter writer) throws IOException;
    }

    private void write(Writing writing) throws IOException {
        try (IndexWriter writer = writerInTurn()) {
            writing.to(writer);
            writer.setLiveCommitData(IndexCare.versionOf(encoders).entrySet());
            writer.commit();
        }
    }

    private IndexWriter writerInTurn() throws IOException {
        // One thread merges, so that the same articles give the same index. Nothing that was removed outlasts a merge.
        TieredMergePolicy merging = new TieredMergePolicy();
        merging.setForceMergeDeletesPctAllowed(0);
        return IndexLock.inTurn(() -> new IndexWriter(
                directory,
                new IndexWriterConfig()
                        .setSimilarity(similarity)
                        .setCodec(new PlainVectorCodec())
                        .setMergePolicy(merging)
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setCommitOnClose(false)));
    }

    private void refresh() throws IOException {
        // a look at the names of the files is all that most questions need
        if (SegmentInfos.getLastCommitGeneration(directory)
                == reader.getIndexCommit().getGeneration()) {
            return;
        }
        DirectoryReader newer = DirectoryReader.openIfChanged(reader);
        if (newer != null) {
            // Those who still read the older one keep it open until they have done.
            reader.close();
            reader = newer;
        }
    }

    /** Closes the index; nothing may be added or searched afterwards. */
    @Override
    public synchronized void close() {
        try {
            reader.close();
            directory.close();
        } catch (IOException e) {
            throw RetrievalException.of("The index could not be closed", e);
        }
    }
}
