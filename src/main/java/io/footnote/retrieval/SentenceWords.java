package io.footnote.retrieval;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence as features look at it. Immutable.
 *
 * @param annotated the sentence with its numbers, dates and names
 * @param keys what its words are compared by, in their order
 * @param distinct the same, each once
 * @param names the words of its names in lower case, to be compared letter by letter
 * @param denies whether it denies something
 */
record SentenceWords(
        AnnotatedText annotated, List<String> keys, Set<String> distinct, Set<String> names, boolean denies) {

    static SentenceWords of(AnnotatedText annotated, Lexicon lexicon) {
        List<String> keys = new ArrayList<>();
        for (Token token : annotated.tokens()) {
            if (token.isWord()) {
                keys.add(token.key());
            }
        }
        Set<String> names = new HashSet<>();
        for (Name name : annotated.names()) {
            name.tokens().forEach(token -> names.add(token.norm()));
        }
        return new SentenceWords(
                annotated,
                List.copyOf(keys),
                Set.copyOf(keys),
                Set.copyOf(names),
                keys.stream().anyMatch(lexicon::isNegation));
    }
}
