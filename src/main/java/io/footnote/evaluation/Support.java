package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.language.Span;

/** A place of an article that answers a question. Immutable. */
public sealed interface Support permits Support.Place, Support.Snippet {

    /** Whether the sentence at {@code sentence} of the question's own article is a right one by this support. */
    boolean isIn(Article article, Span sentence);

    /** By offsets: a sentence is right when it shares a code unit with the span. */
    record Place(Span span) implements Support {
        @Override
        public boolean isIn(Article article, Span sentence) {
            return sentence.overlaps(span);
        }
    }

    /**
     * By words: a sentence is right when it contains them. Runs of white space count as one space; nothing else is
     * normalised.
     */
    record Snippet(String text) implements Support {
        @Override
        public boolean isIn(Article article, Span sentence) {
            return WhiteSpace.collapse(sentence.of(article.text())).contains(WhiteSpace.collapse(text));
        }
    }
}
