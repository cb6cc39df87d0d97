package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Encoder;
import io.footnote.language.TokenVectors;
import org.jspecify.annotations.Nullable;

/**
 * What the encoder makes of a sentence.
 *
 * @param sentence its number in the article
 * @param vector of the sentence by itself
 * @param tokens of its tokens as it reads between the sentences before and after; null where they were left for later
 */
record SentenceReading(
        int sentence, float[] vector, @Nullable TokenVectors tokens) {

    static SentenceReading of(Encoder encoder, Article article, Sentence sentence, boolean withTokens) {
        return new SentenceReading(
                sentence.number(),
                encoder.encodePassage(article.textOf(sentence)),
                withTokens ? tokensOf(encoder, article, sentence) : null);
    }

    static TokenVectors tokensOf(Encoder encoder, Article article, Sentence sentence) {
        String before = textAt(article, sentence.number() - 1);
        String after = textAt(article, sentence.number() + 1);
        return encoder.readPassage(before, article.textOf(sentence), after).tokens();
    }

    private static String textAt(Article article, int number) {
        return article.has(number) ? article.textOf(article.sentence(number)) : "";
    }
}
