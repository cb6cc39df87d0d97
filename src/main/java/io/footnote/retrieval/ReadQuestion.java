package io.footnote.retrieval;

import io.footnote.language.EncodedText;
import io.footnote.language.Encoder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was read for a ranking, so that what comes after need not read it again. Immutable; of use to this
 * package only. Two are equal when they are the same words among the same articles: the vectors follow from the words.
 */
public final class ReadQuestion {
    private final QuestionWords words;
    private final Map<Encoder, EncodedText> encoded;

    /** @param encoded the question as each encoder read it that reads one of the articles */
    ReadQuestion(QuestionWords words, Map<Encoder, EncodedText> encoded) {
        this.words = words;
        this.encoded = Map.copyOf(encoded);
    }

    QuestionWords words() {
        return words;
    }

    /** The question as an encoder read it. */
    EncodedText encoded(Encoder encoder) {
        EncodedText read = encoded.get(encoder);
        if (read == null) {
            throw new IllegalArgumentException("the question was not read by the encoder " + encoder.fingerprint());
        }
        return read;
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
