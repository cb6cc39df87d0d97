package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * A searcher for some articles of an index, to which the others do not exist: BM25's document frequencies and average
 * length are those of these articles alone. So an answer does not depend on what else was ever indexed.
 */
final class ArticleScope extends IndexSearcher {
    /** A document of the scope: which sentence it is, of which article, and what the index knows the article by. */
    record Member(int document, String key, Article article, Sentence sentence) {}

    private final FixedBitSet documents;
    private final List<Member> members = new ArrayList<>();
    private final List<BytesRef> keys = new ArrayList<>();
    private long tokens;

    ArticleScope(IndexReader reader, List<Article> articles) throws IOException {
        super(reader);
        documents = new FixedBitSet(Math.max(1, reader.maxDoc()));
        for (Article article : articles) {
            include(article);
        }
    }

    private void include(Article article) throws IOException {
        String name = SentenceIndex.keyOf(article);
        Term key = new Term(SentenceIndex.ARTICLE, name);
        keys.add(key.bytes());
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
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

    /** Lets only the documents of the scope through. */
    Query filter() {
        return new TermInSetQuery(SentenceIndex.ARTICLE, keys);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) {
        long total = Math.max(tokens, members.size());
        return new CollectionStatistics(field, getIndexReader().maxDoc(), members.size(), total, total);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        int within = documentsWith(term);
        // Lucene wants at least one; a term that is nowhere in the scope scores nothing there in any case.
        return new TermStatistics(BytesRef.deepCopyOf(term.bytes()), Math.max(1, within), Math.max(1, within));
    }

    /** How many sentences of the scope hold the term. */
    int documentsWith(Term term) throws IOException {
        int count = 0;
        for (LeafReaderContext leaf : getIndexReader().leaves()) {
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
