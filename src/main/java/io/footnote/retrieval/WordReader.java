package io.footnote.retrieval;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads texts into words that can be compared: those of English by their keys, those of German, Spanish, French and
 * Russian by the stems of their own language. Safe for any number of threads.
 */
final class WordReader {
    private final Annotator annotator;

    WordReader(Annotator annotator) {
        this.annotator = annotator;
    }

    Lexicon lexicon() {
        return annotator.lexicon();
    }

    /** The words of a text. @param language as BCP 47 has it */
    AnnotatedText read(String text, String language) {
        AnnotatedText annotated = annotator.annotate(text);
        if (Analyzers.rulesFor(language).equals(Analyzers.ENGLISH)) {
            return annotated;
        }
        Map<Integer, String> stems = new HashMap<>();
        Analyzers.stems(language, text).forEach(stem -> stems.putIfAbsent(stem.start(), stem.stem()));
        List<Token> tokens = annotated.tokens().stream()
                .map(token -> new Token(
                        token.start(),
                        token.end(),
                        token.surface(),
                        token.norm(),
                        stems.getOrDefault(token.start(), token.norm()),
                        token.type()))
                .toList();
        return new AnnotatedText(text, tokens, annotated.quantities(), annotated.dates(), annotated.names());
    }
}
