package io.footnote.evaluation;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.article.BlockWeights;
import io.footnote.language.Span;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is measured: the calls that readers' answers come through, or those of an alternative beside it.
 *
 * @param answer answers a question about articles; its trace has the sentences ranked, best first, also when it
 *     refuses
 * @param judge says whether evidence supports a claim
 * @param split finds the sentences of a text, in its order
 * @param extract takes the article out of a page; an empty text where it finds none
 */
public record SystemUnderTest(
        BiFunction<Question, List<Article>, AnswerTrace> answer,
        ClaimJudge judge,
        Function<String, List<Span>> split,
        Function<GoldPage, String> extract) {

    /** One that takes the articles out of pages as the program does, with the weights that ship. */
    public SystemUnderTest(
            BiFunction<Question, List<Article>, AnswerTrace> answer,
            ClaimJudge judge,
            Function<String, List<Span>> split) {
        this(answer, judge, split, page -> GoldPages.textOf(page, BlockWeights.shipped()));
    }
}
