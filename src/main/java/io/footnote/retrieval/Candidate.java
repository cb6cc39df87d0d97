package io.footnote.retrieval;

/**
 * A sentence of the articles asked about, with what is known of each without looking closer.
 *
 * @param member the sentence
 * @param bm25 of its words
 * @param cosine of its vector and the question's
 * @param hybrid the mean of both, each scaled to [0, 1] over all sentences in question
 */
record Candidate(ArticleScope.Member member, double bm25, double cosine, double hybrid) {}
