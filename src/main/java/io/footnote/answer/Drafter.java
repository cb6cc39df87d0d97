package io.footnote.answer;

import io.footnote.retrieval.Ranking;

/** Writes the draft of an answer. Safe for any number of threads. */
public interface Drafter {

    /** Who drafts: {@code extractive}, or {@code PROVIDER:MODEL}. */
    String engine();

    /**
     * Drafts an answer to {@code question} from what was found.
     *
     * @return statements with the sentences they rest on, or a draft that says the article does not answer
     * @throws DraftException when there is no draft
     */
    Draft draft(Question question, Ranking ranking);
}
