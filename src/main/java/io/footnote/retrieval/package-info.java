/**
 * Which sentences of an article match a question, and how likely it is that the article answers it. The only package
 * that touches Lucene.
 *
 * <pre>
 * articles → Lucene index on disk (words and vectors, a document a sentence; vectors of tokens for those in use)
 * question → BM25 + encoder → the nearest sentences → features of each → Examination
 * Examination × RankingWeights → Ranking with the probability of an answer
 * </pre>
 *
 * <p>The index is derived: deleting it costs time, not data. It must not know of answers, models or the log.
 */
@NullMarked
package io.footnote.retrieval;

import org.jspecify.annotations.NullMarked;
