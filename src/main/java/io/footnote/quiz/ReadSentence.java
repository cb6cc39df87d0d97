package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import java.util.List;
import java.util.Locale;

/**
 * A sentence prepared for questions: openers that only join it to the sentence before are gone, and what follows its main
 * clause may be. Immutable.
 *
 * @param number its number in the article, from 1
 * @param evidence the numbers of the sentences it rests on: its own, and that which names whom a pronoun stood for
 * @param source the sentence verbatim
 * @param support the sentences it rests on, verbatim
 * @param text what questions are made from, ending with a full stop
 * @param annotated {@code text} with its numbers, dates and names
 * @param words {@code text} with parts of speech
 * @param centrality how much of the article it shares, from 0 to 1
 * @param selfContained whether nothing in it points at another sentence, its context apart
 * @param context the sentence to be read before it for it to be understood, ending with a full stop; nothing where it
 *     needs none
 * @param clear whether all that it speaks of as known is known by then
 */
record ReadSentence(
        int number,
        List<Integer> evidence,
        String source,
        String support,
        String text,
        AnnotatedText annotated,
        List<TaggedWord> words,
        double centrality,
        boolean selfContained,
        String context,
        boolean clear) {

    /** The text with what has to be read before it. */
    String passage() {
        return context.isEmpty() ? text : context + " " + text;
    }

    /** The index of the word that begins at or after that place. */
    int wordAt(int start) {
        for (int index = 0; index < words.size(); index++) {
            if (words.get(index).start() >= start) {
                return index;
            }
        }
        return words.size();
    }

    /** Whether the word at that index, if any, is of that class. */
    boolean is(int index, PartOfSpeech tag) {
        return index >= 0 && index < words.size() && words.get(index).is(tag);
    }

    /** The word at that index in lower case, or nothing. */
    String lower(int index) {
        return index >= 0 && index < words.size() ? words.get(index).text().toLowerCase(Locale.ROOT) : "";
    }

    /** What is written from one word up to but without another. */
    String written(int first, int end) {
        return first >= end
                ? ""
                : text.substring(words.get(first).start(), words.get(end - 1).end());
    }

    /** The text with something else in place of what stands from one place to another. */
    String with(int start, int end, String replacement) {
        String changed = text.substring(0, start) + replacement + text.substring(end);
        return changed.endsWith("..")
                ? changed.substring(0, changed.length() - 1)
                : changed.endsWith(".") ? changed : changed + ".";
    }

    /** Whether it quotes anybody. */
    boolean quotes() {
        return text.chars().anyMatch(unit -> unit == '"' || unit == '“' || unit == '”');
    }
}
