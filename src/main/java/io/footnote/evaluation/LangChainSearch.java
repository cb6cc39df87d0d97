package io.footnote.evaluation;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.footnote.article.Article;
import java.util.List;
import java.util.stream.IntStream;

/**
 * LangChain4j's own retriever over its in-memory store, as its documentation sets it up. Safe for any number of threads.
 */
final class LangChainSearch {
    private static final String INDEX = "index";

    /** What its Easy RAG splits documents into. */
    private static final int SEGMENT_TOKENS = 300;

    private static final int SHARED_TOKENS = 30;

    private final ContentRetriever retriever;

    private LangChainSearch(List<TextSegment> segments, EmbeddingModel model) {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        if (!segments.isEmpty()) {
            store.addAll(model.embedAll(segments).content(), segments);
        }
        this.retriever = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(store)
                .embeddingModel(model)
                .maxResults(QuestionOutcome.RANKED)
                .build();
    }

    /** Over sentences, each a segment. */
    static LangChainSearch overSentences(List<SentencePool.Entry> sentences, EmbeddingModel model) {
        List<TextSegment> segments = IntStream.range(0, sentences.size())
                .mapToObj(index -> {
                    TextSegment segment = TextSegment.from(sentences.get(index).text());
                    segment.metadata().put(INDEX, index);
                    return segment;
                })
                .toList();
        return new LangChainSearch(segments, model);
    }

    /** Over articles, split as its own splitter does it. */
    static LangChainSearch overArticles(List<Article> articles, EmbeddingModel model) {
        List<Document> documents =
                articles.stream().map(article -> Document.from(article.text())).toList();
        return new LangChainSearch(
                DocumentSplitters.recursive(SEGMENT_TOKENS, SHARED_TOKENS, new HuggingFaceTokenCountEstimator())
                        .splitAll(documents),
                model);
    }

    /** The best segments for a question, best first. */
    List<TextSegment> search(String question) {
        return retriever.retrieve(Query.from(question)).stream()
                .map(content -> content.textSegment())
                .toList();
    }

    /** The best sentences for a question by their index, best first. */
    List<Integer> searchSentences(String question) {
        return search(question).stream()
                .map(segment -> segment.metadata().getInteger(INDEX))
                .toList();
    }
}
