package io.footnote.evaluation;

/** A well-known way to find the sentences that answer a question, which Footnote's ranking has to beat. */
public enum Baseline {
    /** Words alone. */
    BM25(
            "bm25",
            "BM25",
            "Lucene's BM25 over English stems, k1 = 0.9, b = 0.4, as the Anserini toolkit sets it for passages"),

    /** Meaning alone. */
    ENCODER("encoder", "encoder", "cosine of the vectors that bge-small-en-v1.5 (8 bits) gives question and sentence"),

    /** Both, by their ranks: Cormack, Clarke and Büttcher, 2009. */
    RECIPROCAL_RANKS("rrf", "reciprocal rank fusion", "sum of 1/(60 + rank) over the two rankings above"),

    /** Both, by their scores. */
    MIN_MAX("min_max", "min-max hybrid", "mean of the two scores above, each scaled to [0, 1] over the sentences"),

    /** What a LangChain4j user gets, a sentence a segment. */
    LANGCHAIN4J(
            "langchain4j",
            "LangChain4j",
            "its EmbeddingStoreContentRetriever over its in-memory store with its own bge-small-en-v1.5-q, a sentence a"
                    + " segment"),

    /** What a LangChain4j user gets by default. */
    LANGCHAIN4J_SPLITTER(
            "langchain4j_splitter",
            "LangChain4j, its own segments",
            "the same over the segments of its recursive splitter (300 tokens, 30 of them shared, as Easy RAG sets it);"
                    + " found when the segment contains a right sentence, which is far easier than naming the sentence");

    private final String key;
    private final String label;
    private final String description;

    Baseline(String key, String label, String description) {
        this.key = key;
        this.label = label;
        this.description = description;
    }

    /** What it is called in JSON. */
    public String key() {
        return key;
    }

    /** What it is called before people. */
    public String label() {
        return label;
    }

    /** What it does, in a phrase. */
    public String description() {
        return description;
    }

    /** Whether it names sentences, so that its figures mean the same as Footnote's. */
    public boolean namesSentences() {
        return this != LANGCHAIN4J_SPLITTER;
    }
}
