package io.footnote.language;

/**
 * One word or mark of a sentence with its part of speech. Contractions are taken apart, as treebanks do: {@code don't}
 * is {@code do} and {@code n't}. Immutable.
 *
 * @param start the first UTF-16 code unit in the sentence, from 0
 * @param end the code unit after the last
 * @param text how it is written
 * @param tag its part of speech
 * @param lemma its base form, in lower case except for names; the word itself where the model knows none
 */
public record TaggedWord(int start, int end, String text, PartOfSpeech tag, String lemma) {

    /** @throws IllegalArgumentException when the word covers nothing, or its text is not as long as its place */
    public TaggedWord {
        if (start < 0 || end <= start || text.length() != end - start) {
            throw new IllegalArgumentException(
                    "word must be as long as its place, got [" + start + ", " + end + ") for " + text);
        }
    }

    /** Whether it is of that class. */
    public boolean is(PartOfSpeech other) {
        return tag == other;
    }
}
