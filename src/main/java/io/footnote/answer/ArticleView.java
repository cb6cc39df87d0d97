package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.model.Tokens;
import io.footnote.retrieval.RankedSentence;
import java.util.BitSet;
import java.util.stream.Collectors;

/**
 * What a model sees of an article: its sentences, a line each, by number and in the article's order. The whole article
 * when that fits; otherwise the ranked sentences, best first, each with its neighbours, as many as fit.
 */
public final class ArticleView {
    /** What a sentence's number and its line's end take, in tokens. */
    private static final int NUMBER_TOKENS = 4;

    private ArticleView() {}

    /** @param maxTokens the most tokens that it may take, by {@link Tokens#estimate} */
    static String of(DraftRequest request, int maxTokens) {
        Article article = request.article();
        BitSet shown = new BitSet();
        article.sentences().forEach(sentence -> shown.set(sentence.number()));
        return lines(article, tokens(article, shown) <= maxTokens ? shown : around(request, article, maxTokens));
    }

    /** The whole article where that fits, otherwise its beginning. @param maxTokens as above */
    public static String ofBeginning(Article article, int maxTokens) {
        BitSet shown = new BitSet();
        int left = maxTokens;
        for (Sentence sentence : article.sentences()) {
            left -= tokens(article, sentence);
            if (left < 0) {
                break;
            }
            shown.set(sentence.number());
        }
        return lines(article, shown);
    }

    private static BitSet around(DraftRequest request, Article article, int maxTokens) {
        BitSet shown = new BitSet();
        int left = maxTokens;
        for (RankedSentence ranked : request.ranking().sentences()) {
            if (ranked.articleId().equals(article.id())) {
                int number = ranked.sentence().number();
                for (int near : new int[] {number, number - 1, number + 1}) {
                    if (article.has(near) && !shown.get(near)) {
                        int tokens = tokens(article, article.sentence(near));
                        if (tokens <= left) {
                            shown.set(near);
                            left -= tokens;
                        }
                    }
                }
            }
        }
        return shown;
    }

    private static int tokens(Article article, BitSet numbers) {
        return article.sentences().stream()
                .filter(sentence -> numbers.get(sentence.number()))
                .mapToInt(sentence -> tokens(article, sentence))
                .sum();
    }

    private static int tokens(Article article, Sentence sentence) {
        return sentence.citable() ? Tokens.estimate(article.textOf(sentence)) + NUMBER_TOKENS : 0;
    }

    private static String lines(Article article, BitSet shown) {
        return article.sentences().stream()
                .filter(Sentence::citable)
                .filter(sentence -> shown.get(sentence.number()))
                .map(sentence -> "[" + sentence.number() + "] " + Untrusted.neutral(article.textOf(sentence)))
                .collect(Collectors.joining("\n"));
    }
}
