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
import java.nio.file.Path;
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

    private LangChainSearch(InMemoryEmbeddingStore<TextSegment> store, EmbeddingModel model) {
        this.retriever = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(store)
                .embeddingModel(model)
                .maxResults(QuestionOutcome.RANKED)
                .build();
    }

    private static InMemoryEmbeddingStore<TextSegment> storeOf(List<TextSegment> segments, EmbeddingModel model) {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        if (!segments.isEmpty()) {
            store.addAll(model.embedAll(segments).content(), segments);
        }
        return store;
    }

    /** Over what {@link #save} wrote. */
    static LangChainSearch over(Path file, EmbeddingModel model) {
        return new LangChainSearch(InMemoryEmbeddingStore.fromFile(file), model);
    }

    /** Keeps sentences with their vectors in a file, so that they need not be encoded again. */
    static void save(List<SentencePool.Entry> sentences, EmbeddingModel model, Path file) {
        storeOf(segmentsOf(sentences), model).serializeToFile(file);
    }

    /** Over sentences, each a segment. */
    static LangChainSearch overSentences(List<SentencePool.Entry> sentences, EmbeddingModel model) {
        return new LangChainSearch(storeOf(segmentsOf(sentences), model), model);
    }

    private static List<TextSegment> segmentsOf(List<SentencePool.Entry> sentences) {
        return IntStream.range(0, sentences.size())
                .mapToObj(index -> {
                    TextSegment segment = TextSegment.from(sentences.get(index).text());
                    segment.metadata().put(INDEX, index);
                    return segment;
                })
                .toList();
    }

    /** Over articles, split as its own splitter does it. */
    static LangChainSearch overArticles(List<Article> articles, EmbeddingModel model) {
        List<Document> documents =
                articles.stream().map(article -> Document.from(article.text())).toList();
        List<TextSegment> segments = DocumentSplitters.recursive(
                        SEGMENT_TOKENS, SHARED_TOKENS, new HuggingFaceTokenCountEstimator())
                .splitAll(documents);
        return new LangChainSearch(storeOf(segments, model), model);
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
