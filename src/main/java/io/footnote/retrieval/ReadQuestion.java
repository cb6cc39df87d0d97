package io.footnote.retrieval;

import io.footnote.language.EncodedText;

/**
 * A question as it was read for a ranking, so that what comes after need not read it again. Immutable; of use to this
 * package only.
 */
public final class ReadQuestion {
    private final QuestionWords words;
    private final EncodedText encoded;

    ReadQuestion(QuestionWords words, EncodedText encoded) {
        this.words = words;
        this.encoded = encoded;
    }

    QuestionWords words() {
        return words;
    }

    EncodedText encoded() {
        return encoded;
    }
}
