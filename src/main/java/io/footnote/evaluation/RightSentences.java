package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Span;
import java.util.HashSet;
import java.util.Set;

/**
 * Which sentences answer a question: those of its own article that a support is in and, when other articles are
 * searched too, those of the others that read the same but for white space. For one question; immutable.
 */
final class RightSentences {
    private final Article own;
    private final GoldQuestion gold;
    private final Set<String> texts;

    RightSentences(Article own, GoldQuestion gold) {
        this.own = own;
        this.gold = gold;
        Set<String> right = new HashSet<>();
        for (Sentence sentence : own.sentences()) {
            if (supportIsIn(sentence.span())) {
                right.add(WhiteSpace.collapse(own.textOf(sentence)));
            }
        }
        this.texts = right;
    }

    /** Whether the question's own article has a right sentence at all. */
    boolean exist() {
        return !texts.isEmpty();
    }

    /** Whether the stretch of that article, a sentence, is a right one. */
    boolean include(Article article, Span sentence) {
        // two texts that differ in white space are one article to the program, but offsets differ
        if (article.text().equals(own.text())) {
            return supportIsIn(sentence);
        }
        return texts.contains(WhiteSpace.collapse(sentence.of(article.text())));
    }

    /** Whether a longer passage contains a right sentence, but for white space. */
    boolean areWithin(String passage) {
        String collapsed = WhiteSpace.collapse(passage);
        return texts.stream().anyMatch(collapsed::contains);
    }

    /** The right sentences of the question's own article, with white space collapsed; in no order. */
    Set<String> texts() {
        return texts;
    }

    private boolean supportIsIn(Span sentence) {
        return gold.support().stream().anyMatch(support -> support.isIn(own, sentence));
    }
}
