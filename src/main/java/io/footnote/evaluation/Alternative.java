package io.footnote.evaluation;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.footnote.article.Article;
import io.footnote.language.Encoder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a fresh process does when it is started for one question and one of the alternatives, everything that can be
 * prepared being there already.
 */
public enum Alternative {
    /** The question's vector. */
    ENCODING("encoding the question"),
    /** BM25 over an index that is made on the spot. */
    BM25("Lucene's search alone"),
    /** LangChain4j's retriever over vectors from a file. */
    LANGCHAIN4J("LangChain4j's retriever");

    private final String label;

    Alternative(String label) {
        this.label = label;
    }

    /** What it is called before people. */
    public String label() {
        return label;
    }

    /**
     * Prepares what may be there before the process starts.
     *
     * @param folder where it is kept
     */
    public void prepare(Article article, Path folder) {
        if (this == LANGCHAIN4J) {
            LangChainSearch.save(
                    SentencePool.citable(List.of(article)), new BgeSmallEnV15QuantizedEmbeddingModel(), store(folder));
        }
    }

    /**
     * Does it once.
     *
     * @param encoder loads the encoder, for those that need it
     * @param folder that of {@link #prepare}
     * @return how many sentences were found, or numbers computed
     */
    public int once(String question, Article article, Supplier<Encoder> encoder, Path folder) {
        return switch (this) {
            case ENCODING -> encoder.get().encodeQuestion(question).length;
            case BM25 ->
                SentencePool.order(SentencePool.ofWords(List.of(article)).bm25(question), 0)
                        .size();
            case LANGCHAIN4J ->
                LangChainSearch.over(store(folder), new BgeSmallEnV15QuantizedEmbeddingModel())
                        .searchSentences(question)
                        .size();
        };
    }

    private static Path store(Path folder) {
        return folder.resolve("langchain4j.json");
    }
}
