package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.EncodedText;
import io.footnote.language.Lexicon;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.Span;
import io.footnote.language.TaggedWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A sentence read closely: its words with parts of speech, what each is compared by, and which tokens of the encoder it
 * is made of. Immutable.
 *
 * @param text the sentence as the rules read it
 * @param words its words and marks
 * @param keys what each word is compared by
 * @param encoded its vectors
 * @param pieces for each word the indices of the encoder's tokens in it
 */
record ReadSentence(
        AnnotatedText text, List<TaggedWord> words, List<String> keys, EncodedText encoded, List<int[]> pieces) {

    static ReadSentence of(AnnotatedText text, List<TaggedWord> words, EncodedText encoded, Lexicon lexicon) {
        List<String> keys = new ArrayList<>();
        List<int[]> pieces = new ArrayList<>();
        for (TaggedWord word : words) {
            keys.add(lexicon.key(word.text().toLowerCase(Locale.ROOT)));
            pieces.add(IntStream.range(0, encoded.places().size())
                    .filter(piece -> encoded.places().get(piece).overlaps(new Span(word.start(), word.end())))
                    .toArray());
        }
        return new ReadSentence(text, words, keys, encoded, pieces);
    }

    /** Whether the word of that index says something by itself. */
    boolean content(int index, Lexicon lexicon) {
        TaggedWord word = words.get(index);
        String lower = word.text().toLowerCase(Locale.ROOT);
        boolean said = word.tag().content() || word.is(PartOfSpeech.NUM) || word.is(PartOfSpeech.X);
        boolean acronym = word.text().equals(word.text().toUpperCase(Locale.ROOT));
        return said && verbal(index) && (acronym || !lexicon.isStopWord(lower));
    }

    /** Whether the word of that index is a word or a number, no mark. */
    boolean verbal(int index) {
        return Character.isLetterOrDigit(words.get(index).text().codePointAt(0));
    }
}
