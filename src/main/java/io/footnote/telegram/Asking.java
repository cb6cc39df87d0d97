package io.footnote.telegram;

import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Overview;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bot has answered for it. Safe for any number of threads. */
public interface Asking {

    /**
     * Answers a question. When this returns, the answer is in the log, and so is what the listener is shown before it is.
     *
     * @param articles at least one
     * @param reader the name by which the reader is told apart
     * @param listener is shown every statement as it passes; null where nobody waits for them
     */
    AnswerTrace answer(Question question, List<Article> articles, String reader, @Nullable AnswerListener listener);

    /**
     * Gives an overview of an article, which is in the log when this returns.
     *
     * @param asked what the reader wrote for it
     */
    AnswerTrace overview(Overview kind, Question asked, Article article);
}
