package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.TaggedWord;
import io.footnote.language.Tagger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a sentence that opens with a subordinate clause states in each of its parts: "Since the park was founded in 2011,
 * visitors have come" states that the park was founded in 2011, and that visitors have come.
 */
final class Subordinates {
    /** What they introduce is stated as a fact. */
    private static final Set<String> FACTUAL = Set.of("since", "after", "although", "because", "when", "while");
    /** What follows the clause holds without it. */
    private static final Set<String> INDEPENDENT = Set.of("since", "although", "because", "while", "as", "after");

    private static final Set<String> PAST = Set.of("was", "were", "had");
    private static final int LEAST_WORDS = 5;

    private Subordinates() {}

    /** The statements of a sentence's parts, ending with full stops; none where it has no such parts. */
    static List<String> of(String sentence, Tagger tagger) {
        int space = sentence.indexOf(' ');
        String opener = space < 0 ? "" : sentence.substring(0, space).toLowerCase(Locale.ROOT);
        int comma = sentence.indexOf(", ");
        if (comma < 0
                || sentence.matches(".*[“”\"(:;–].*")
                || !FACTUAL.contains(opener) && !INDEPENDENT.contains(opener)) {
            return List.of();
        }
        String inner = sentence.substring(space + 1, comma);
        String outer = sentence.substring(comma + 2);
        Predicate<TaggedWord> finite = word -> (word.is(PartOfSpeech.VERB) || word.is(PartOfSpeech.AUX))
                && !word.text().endsWith("ing");
        List<TaggedWord> innerWords = tagger.tag(inner + ".");
        boolean two = innerWords.stream().anyMatch(finite)
                && tagger.tag(outer).stream().anyMatch(finite);
        if (!two || inner.split(" ").length < LEAST_WORDS || outer.split(" ").length < LEAST_WORDS) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        boolean past = innerWords.stream()
                .anyMatch(word -> PAST.contains(word.text()) || word.text().endsWith("ed"));
        boolean began = !innerWords.getFirst().is(PartOfSpeech.VERB);
        if (FACTUAL.contains(opener) && past && began) {
            statements.add(capitalised(inner) + ".");
        }
        if (INDEPENDENT.contains(opener)) {
            statements.add(capitalised(MainClause.trimmed(outer, tagger)));
        }
        return statements;
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
