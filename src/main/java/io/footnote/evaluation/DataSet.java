package io.footnote.evaluation;

/** What is measured on: gold data of one kind, from one file. Immutable and safe for any number of threads. */
public sealed interface DataSet permits QuestionSet, ClaimSet, SentenceSet, PageSet {

    /** The file's name without {@code .jsonl}. */
    String name();

    /** How many items are measured: questions, claims, texts to split, or pages; at least 1. */
    int size();
}
