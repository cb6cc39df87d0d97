package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Some articles of an index, beside which the others do not exist: BM25's document frequencies and average length are
 * those of these articles alone. So an answer does not depend on what else was ever indexed. For one question.
 */
final class ArticleScope {
    /** A document of the scope: which sentence it is, of which article, and what the index knows the article by. */
    record Member(int document, String key, Article article, Sentence sentence) {}

    private final IndexReader reader;
    private final FixedBitSet documents;
    private final List<Member> members = new ArrayList<>();
    private long tokens;

    /** @param keyOf tells what the index knows an article by */
    ArticleScope(IndexReader reader, List<Article> articles, Function<Article, String> keyOf) throws IOException {
        this.reader = reader;
        documents = new FixedBitSet(Math.max(1, reader.maxDoc()));
        for (Article article : articles) {
            include(article, keyOf.apply(article));
        }
    }

    private void include(Article article, String name) throws IOException {
        Term key = new Term(SentenceIndex.ARTICLE, name);
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(key, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues numbers = leaf.reader().getNumericDocValues(SentenceIndex.NUMBER);
            NumericDocValues lengths = leaf.reader().getNumericDocValues(SentenceIndex.TOKENS);
            while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int document = postings.docID();
                if (live != null && !live.get(document)) {
                    continue;
                }
                if (!numbers.advanceExact(document) || !lengths.advanceExact(document)) {
                    throw new IOException("document " + document + " has no sentence number");
                }
                if (!documents.getAndSet(leaf.docBase + document)) {
                    tokens += lengths.longValue();
                    members.add(new Member(
                            leaf.docBase + document, name, article, article.sentence((int) numbers.longValue())));
                }
            }
        }
    }

    /** Every sentence of the scope. */
    List<Member> members() {
        return members;
    }

    IndexReader reader() {
        return reader;
    }

    /**
     * The scores of the sentences that hold at least one of some stems, by document.
     *
     * @param similarity weighs a stem by how often it is in a sentence and in how many sentences of the scope it is
     */
    Map<Integer, Float> scores(Set<String> stems, Similarity similarity) throws IOException {
        Map<Integer, Double> sums = new HashMap<>();
        for (String stem : stems) {
            Term term = new Term(SentenceIndex.TEXT, stem);
            int frequency = documentsWith(term);
            if (frequency > 0) {
                add(term, similarity.scorer(1, statistics(), statistics(term, frequency)), sums);
            }
        }
        Map<Integer, Float> scores = new HashMap<>();
        sums.forEach((document, sum) -> scores.put(document, sum.floatValue()));
        return scores;
    }

    private void add(Term term, Similarity.SimScorer scorer, Map<Integer, Double> sums) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.FREQS);
            NumericDocValues norms = leaf.reader().getNormValues(SentenceIndex.TEXT);
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int document = leaf.docBase + postings.docID();
                if (documents.get(document)) {
                    long norm = norms != null && norms.advanceExact(postings.docID()) ? norms.longValue() : 1;
                    sums.merge(document, (double) scorer.score(postings.freq(), norm), Double::sum);
                }
            }
        }
    }

    private CollectionStatistics statistics() {
        long total = Math.max(tokens, members.size());
        return new CollectionStatistics(SentenceIndex.TEXT, reader.maxDoc(), members.size(), total, total);
    }

    private static TermStatistics statistics(Term term, int frequency) {
        return new TermStatistics(term.bytes(), frequency, frequency);
    }

    /** How many sentences of the scope hold the term. */
    int documentsWith(Term term) throws IOException {
        int count = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
            if (postings == null) {
                continue;
            }
            while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (documents.get(leaf.docBase + postings.docID())) {
                    count++;
                }
            }
        }
        return count;
    }
}
