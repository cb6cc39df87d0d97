package io.footnote.retrieval;

import io.footnote.language.EncodedText;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was read for a ranking, so that what comes after need not read it again. Immutable; of use to this
 * package only. Two are equal when they are the same words among the same articles: the vectors follow from the words.
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReadQuestion question && words.equals(question.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }
}
