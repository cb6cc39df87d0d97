package io.footnote.retrieval;

import java.util.Locale;

/** What is measured of a stretch of a sentence that may be the answer. */
enum SpanFeature {
    /** The share of its words that are content words of the question. */
    ASKED_SHARE,
    /** Whether it has a content word of the question. */
    ASKED_ANY,
    /** Whether it has no content word but the question's. */
    ASKED_ONLY,
    /** Whether it has no content word at all. */
    EMPTY,
    /** The mean over its tokens of the greatest cosine with any content word of the question. */
    NEAR_MEAN,
    /** The greatest of these cosines. */
    NEAR_MOST,
    /** The least of these cosines. */
    NEAR_LEAST,
    /** The mean over its tokens of the greatest cosine with the interrogative and the two tokens after it. */
    FOCUS_MEAN,
    /** The greatest of these cosines. */
    FOCUS_MOST,
    /** The mean cosine of its tokens with the interrogative alone. */
    ASKING_MEAN,
    /** The greatest of these cosines. */
    ASKING_MOST,
    /** The mean cosine of its tokens with all of the question. */
    ALL_MEAN,
    /** The mean over the four tokens before and after of the greatest cosine with a content word of the question. */
    AROUND_MEAN,
    /** The greatest of these cosines. */
    AROUND_MOST,
    /** How many tokens lie between it and the nearest of the question's content words, in tenths, 1 at the most. */
    DISTANCE,
    /** The share of the three tokens before it that are content words of the question. */
    ASKED_BEFORE,
    /** The share of the three tokens after it that are. */
    ASKED_AFTER,
    /** Its words, in twelfths. */
    LENGTH,
    /** The logarithm of its words. */
    LOG_LENGTH,
    /** Where it begins in the sentence, from 0 to 1. */
    PLACE,
    /** Whether it opens the sentence. */
    OPENS,
    /** Its auxiliary verbs and forms of "be". */
    VERBS,
    /** Its commas, colons and dashes. */
    BREAKS,
    /** Whether a bracket in it lacks its other half. */
    HALF_BRACKET,
    /** Whether a quotation mark in it lacks its other half. */
    HALF_QUOTE,
    /** Whether the token before it is a content word of the question. */
    AFTER_ASKED,
    /** Whether the token after it is. */
    BEFORE_ASKED;

    /** What it is called in the file of weights and in explanations. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
