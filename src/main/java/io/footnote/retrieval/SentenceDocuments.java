package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;

/** Makes the documents of an article's sentences. Safe for any number of threads. */
final class SentenceDocuments {
    private SentenceDocuments() {}

    /**
     * A document for each sentence, in their order.
     *
     * @param key what the article's documents are found by
     * @param read the sentences as the encoder read them
     */
    static List<Document> of(Article article, String key, List<SentenceReading> read) {
        List<Document> documents = new ArrayList<>();
        for (Sentence sentence : article.sentences()) {
            List<Analyzers.Stem> stems = Analyzers.stems(article.language(), article.textOf(sentence));
            Document document = new Document();
            document.add(new StringField(SentenceIndex.ARTICLE, key, Field.Store.NO));
            document.add(new StringField(SentenceIndex.ID, article.id(), Field.Store.NO));
            document.add(new NumericDocValuesField(SentenceIndex.NUMBER, sentence.number()));
            document.add(new NumericDocValuesField(SentenceIndex.TOKENS, stems.size()));
            document.add(new TextField(SentenceIndex.TEXT, new StemStream(stems)));
            document.add(new KnnFloatVectorField(
                    SentenceIndex.VECTOR,
                    read.get(sentence.number() - 1).vector(),
                    VectorSimilarityFunction.DOT_PRODUCT));
            documents.add(document);
        }
        return documents;
    }
}
