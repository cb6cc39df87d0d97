package io.footnote.retrieval;

import io.footnote.language.TokenVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/**
 * The vectors of tokens in the index, for the articles in use: documents of their own, so that they can go when there is
 * no room for more while the sentences stay. For one writer.
 */
final class TokenDocuments {
    /** The field that knows the article. */
    static final String ARTICLE = "read-article";

    /** The field that holds the vectors. */
    static final String VECTORS = "context";

    /** For how many sentences they are kept, some 12 kB each. When there is no room, those kept before make room. */
    static final int MAX_SENTENCES = 12_000;

    private static final Term ALL = new Term("read", "read");

    private final IndexWriter writer;
    private int count;

    /** @param reader sees what has been kept so far */
    TokenDocuments(IndexWriter writer, IndexReader reader) throws IOException {
        this.writer = writer;
        this.count = new IndexSearcher(reader).count(new TermQuery(ALL));
    }

    /** Keeps the vectors of an article's sentences, by number; not those of more sentences than there can be room for. */
    void keep(String article, Map<Integer, TokenVectors> read) throws IOException {
        if (read.size() > MAX_SENTENCES) {
            return;
        }
        count += read.size();
        if (count > MAX_SENTENCES) {
            drop(writer);
            count = read.size();
        }
        List<Document> documents = new ArrayList<>();
        for (Map.Entry<Integer, TokenVectors> sentence : read.entrySet()) {
            Document document = new Document();
            document.add(new StringField(ARTICLE, article, Field.Store.NO));
            document.add(new StringField(ALL.field(), ALL.text(), Field.Store.NO));
            document.add(new NumericDocValuesField(SentenceIndex.NUMBER, sentence.getKey()));
            document.add(new StoredField(VECTORS, sentence.getValue().toBytes()));
            documents.add(document);
        }
        writer.addDocuments(documents);
    }

    /** Drops all that is kept. */
    static void drop(IndexWriter writer) throws IOException {
        writer.deleteDocuments(ALL);
    }
}
