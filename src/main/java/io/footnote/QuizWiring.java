package io.footnote;

import io.footnote.answer.AnswerLog;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Answerer;
import io.footnote.answer.Corrections;
import io.footnote.answer.Drafter;
import io.footnote.answer.ExtractiveDrafter;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.ReaderLanguage;
import io.footnote.article.Article;
import io.footnote.language.Annotator;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.QuizMaker;
import io.footnote.quiz.TypedAnswers;
import io.footnote.retrieval.SentenceRanker;
import io.footnote.telegram.Quizzing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts together what makes, checks and grades quiz items. */
final class QuizWiring {
    private QuizWiring() {}

    static QuizMaker maker(Application application) {
        return new QuizMaker(
                new Annotator(application.lexicon()), application.tagger(), application.wordNet(), application.gate());
    }

    /** What the bot needs, loaded when it is first used, on whatever thread. */
    static Quizzing quizzing(Application application) {
        Drafter embedded = new ExtractiveDrafter();
        Answerer checking = new Answerer(
                new SentenceRanker(application.index()),
                ReaderLanguage.ofTheArticle(),
                null,
                embedded,
                embedded,
                application.gate(),
                null,
                Corrections.NONE,
                AnswerLog.NONE,
                InstantSource.system(),
                () -> UUID.randomUUID().toString());
        Supplier<TypedAnswers> typed =
                () -> new TypedAnswers(new Annotator(application.lexicon()), application.wordNet());
        return new Quizzing(
                article -> maker(application)
                        .make(article, Quizzing.PER_ARTICLE, Quizzing.SEED)
                        .items(),
                (item, article) -> finds(checking, item, article),
                (item, words) -> typed.get().accept(item, words));
    }

    /** Whether the embedded answerer cites a sentence that the key rests on. */
    private static boolean finds(Answerer checking, QuizItem item, Article article) {
        AnswerTrace trace = checking.answer(Question.of(item.question(), Instant.now()), List.of(article));
        return trace.answer() instanceof Grounded grounded
                && grounded.sources().stream()
                        .anyMatch(source -> item.evidence().contains(source.sentence()));
    }
}
