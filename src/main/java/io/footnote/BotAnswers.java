package io.footnote;

import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Answerer;
import io.footnote.answer.Overview;
import io.footnote.answer.Overviews;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.telegram.Asking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot says, by the parts that know it. */
record BotAnswers(Answerer answerer, Overviews overviews) implements Asking {
    @Override
    public AnswerTrace answer(
            Question question, List<Article> articles, String reader, @Nullable AnswerListener listener) {
        return answerer.answer(question, articles, reader, listener);
    }

    @Override
    public AnswerTrace overview(Overview kind, Question asked, Article article) {
        return overviews.of(kind, asked, article);
    }
}
