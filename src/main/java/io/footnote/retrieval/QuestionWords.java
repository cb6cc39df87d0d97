package io.footnote.retrieval;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;

/**
 * A question as features look at it, among the articles it is asked about. Immutable.
 *
 * @param annotated the question with its numbers, dates and names
 * @param content the words that say what it is about, in their order
 * @param keys what all its words are compared by
 * @param type what it asks for
 * @param interrogative where the word that asks stands, in UTF-16 units; 0 where there is none
 * @param denies whether it denies something
 */
record QuestionWords(
        AnnotatedText annotated,
        List<Word> content,
        Set<String> keys,
        QuestionType type,
        int interrogative,
        boolean denies) {
    private static final Set<String> INTERROGATIVES =
            Set.of("what", "who", "whom", "whose", "which", "when", "where", "why", "how");

    /**
     * A word of the question.
     *
     * @param written as it stands in the question
     * @param key what it is compared by
     * @param start where it stands, in UTF-16 units
     * @param end where it ends
     * @param frequency in how many sentences of the articles it is
     * @param weight how rare it is there: ln(1 + (n − f + ½)/(f + ½)), as BM25 has it
     */
    record Word(String written, String key, int start, int end, int frequency, double weight) {
        boolean capitalized() {
            return Character.isUpperCase(written.codePointAt(0));
        }
    }

    static QuestionWords of(AnnotatedText annotated, QuestionTerms terms, Lexicon lexicon, ArticleScope scope)
            throws IOException {
        List<Word> content = new ArrayList<>();
        int sentences = scope.members().size();
        for (Analyzers.Stem term : terms.content()) {
            int frequency = scope.documentsWith(new Term(SentenceIndex.TEXT, term.stem()));
            double weight = Math.log(1 + (sentences - frequency + 0.5) / (frequency + 0.5));
            content.add(new Word(
                    term.word(),
                    keyAt(annotated, term),
                    term.start(),
                    term.start() + term.word().length(),
                    frequency,
                    weight));
        }
        Set<String> keys = new HashSet<>();
        annotated.tokens().forEach(token -> keys.add(token.key()));
        int interrogative = annotated.tokens().stream()
                .filter(token -> INTERROGATIVES.contains(token.norm()))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(0);
        return new QuestionWords(
                annotated,
                List.copyOf(content),
                Set.copyOf(keys),
                QuestionType.of(annotated.text()),
                interrogative,
                keys.stream().anyMatch(lexicon::isNegation));
    }

    private static String keyAt(AnnotatedText annotated, Analyzers.Stem term) {
        for (Token token : annotated.tokens()) {
            if (token.start() <= term.start() && term.start() < token.end()) {
                return token.key();
            }
        }
        return term.stem();
    }
}
