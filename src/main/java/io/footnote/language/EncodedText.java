package io.footnote.language;

import java.util.List;

/**
 * A text as the encoder read it. Immutable by convention: the vector is not to be changed.
 *
 * @param vector what the whole text means, of length 1
 * @param places where each token stands in the text, in UTF-16 units
 * @param tokens what each token means in this text, in the same order
 */
public record EncodedText(float[] vector, List<Span> places, TokenVectors tokens) {

    /** @throws IllegalArgumentException when there are not as many places as tokens */
    public EncodedText {
        places = List.copyOf(places);
        if (places.size() != tokens.count()) {
            throw new IllegalArgumentException(
                    "places must be as many as the " + tokens.count() + " tokens, got " + places.size());
        }
    }
}
