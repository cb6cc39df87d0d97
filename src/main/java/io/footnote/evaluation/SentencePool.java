package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Encoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.VectorUtil;

/**
 * The sentences that may answer a question, searched by plain BM25 and plain cosine: what the baselines are made of. Its
 * own small index, so that nothing of Footnote's ranking plays a part. Immutable; safe for any number of threads.
 */
final class SentencePool {
    private static final String TEXT = "text";

    private final List<Entry> entries;
    private final Analyzer analyzer = new EnglishAnalyzer();
    private final IndexSearcher searcher;
    private final List<float[]> vectors;

    /** A sentence and the article it is of. */
    record Entry(Article article, Sentence sentence) {
        String text() {
            return article.textOf(sentence);
        }
    }

    /** Searched by words and by meaning. */
    SentencePool(List<Article> articles, Encoder encoder) {
        this(
                citable(articles),
                sentences -> sentences.parallelStream()
                        .map(sentence -> encoder.encodePassage(sentence.text()))
                        .toList());
    }

    private SentencePool(List<Entry> entries, Function<List<Entry>, List<float[]>> encode) {
        this.entries = entries;
        this.searcher = searcher();
        this.vectors = encode.apply(entries);
    }

    /** Searched by words alone. */
    static SentencePool ofWords(List<Article> articles) {
        return new SentencePool(citable(articles), sentences -> List.of());
    }

    /** The sentences that an answer may cite, in their order. */
    static List<Entry> citable(List<Article> articles) {
        List<Entry> entries = new ArrayList<>();
        for (Article article : articles) {
            article.sentences().stream()
                    .filter(Sentence::citable)
                    .forEach(sentence -> entries.add(new Entry(article, sentence)));
        }
        return List.copyOf(entries);
    }

    /** The sentences, in their order. */
    List<Entry> entries() {
        return entries;
    }

    /** BM25 of each sentence; 0 where no word meets. */
    double[] bm25(String question) {
        double[] scores = new double[entries.size()];
        Query query = new QueryBuilder(analyzer).createBooleanQuery(TEXT, question);
        if (query == null || scores.length == 0) {
            return scores; // nothing but stop words
        }
        try {
            for (ScoreDoc hit : searcher.search(query, scores.length).scoreDocs) {
                scores[hit.doc] = hit.score;
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cosine of each sentence with a question. */
    double[] cosine(float[] question) {
        return vectors.stream()
                .mapToDouble(vector -> VectorUtil.dotProduct(question, vector))
                .toArray();
    }

    /** The sentences with a score above {@code floor}, best first; ties in their order. */
    static List<Integer> order(double[] scores, double floor) {
        return IntStream.range(0, scores.length)
                .boxed()
                .filter(index -> scores[index] > floor)
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .toList();
    }

    private IndexSearcher searcher() {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        // merges that keep the order, so that a document's number is its sentence's index
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (Entry entry : entries) {
                Document document = new Document();
                document.add(new TextField(TEXT, entry.text(), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
            IndexSearcher made = new IndexSearcher(DirectoryReader.open(directory));
            made.setSimilarity(new BM25Similarity(0.9f, 0.4f));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
