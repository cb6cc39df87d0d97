package io.footnote.cli;

import io.footnote.Application;
import io.footnote.answer.AnswerListener;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Answerer;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks about articles, which are kept first so that the log can be read without their files. */
final class Asking {
    private final Application application;
    private @Nullable Answerer answerer;

    /** Begins to load what takes longest. */
    Asking(Application application) {
        this.application = application;
        application.beginAnswers();
    }

    /** Opens what answers need, which the first question does otherwise. */
    Answerer open() {
        if (answerer == null) {
            answerer = application.answerer();
        }
        return answerer;
    }

    AnswerTrace ask(Question question, List<Article> articles) {
        return ask(question, articles, null);
    }

    /** @param listener is shown the statements as they come; null where the answer is wanted as a whole */
    AnswerTrace ask(Question question, List<Article> articles, @Nullable AnswerListener listener) {
        articles.forEach(application.articles()::save);
        return askStored(question, articles, listener);
    }

    /** Asks about articles that are kept already. @param listener as above */
    AnswerTrace askStored(Question question, List<Article> articles, @Nullable AnswerListener listener) {
        return open().answer(question, articles, null, listener);
    }
}
