package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The passage around the sentences that answer a question, as an article of its own: once whole, and once without them.
 * The same question is answerable on the one and not on the other, though both are about the same; what tells them apart
 * is what a reader wants to be told apart. Keeps no state.
 */
final class Counterparts {
    private Counterparts() {}

    /**
     * The passage as it is, or nothing when no sentence is right.
     *
     * @param around how many sentences of it stand before the first right one, and after the last
     */
    static Optional<Article> with(Article article, RightSentences right, int around) {
        return excerpt(article, right, around, index -> true);
    }

    /** The same without its right sentences, or nothing when none is right, or none is left. */
    static Optional<Article> without(Article article, RightSentences right, int around) {
        return excerpt(article, right, around, index -> !isRight(article, right, index));
    }

    private static boolean isRight(Article article, RightSentences right, int index) {
        return right.include(article, article.sentences().get(index).span());
    }

    private static Optional<Article> excerpt(Article article, RightSentences right, int around, IntPredicate kept) {
        int first = article.sentences().size();
        int last = -1;
        for (int index = 0; index < article.sentences().size(); index++) {
            if (isRight(article, right, index)) {
                first = Math.min(first, index);
                last = index;
            }
        }
        StringBuilder text = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>();
        int end = Math.min(article.sentences().size() - 1, last + around);
        for (int index = Math.max(0, first - around); index <= end; index++) {
            if (kept.test(index)) {
                Sentence sentence = article.sentences().get(index);
                int start = text.length();
                text.append(article.textOf(sentence)).append('\n');
                sentences.add(new Sentence(sentences.size() + 1, start, text.length() - 1, sentence.citable()));
            }
        }
        if (last < 0 || sentences.isEmpty()) {
            return Optional.empty();
        }
        String id = Article.idOf(text.toString());
        return Optional.of(new Article(
                id, article.title(), article.source(), null, article.language(), text.toString(), sentences));
    }
}
