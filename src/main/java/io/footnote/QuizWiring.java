package io.footnote;

import io.footnote.answer.AnswerLog;
import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Answerer;
import io.footnote.answer.ArticleView;
import io.footnote.answer.Corrections;
import io.footnote.answer.Drafter;
import io.footnote.answer.ExtractiveDrafter;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.answer.ReaderLanguage;
import io.footnote.answer.Source;
import io.footnote.article.Article;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.quiz.ItemDrafter;
import io.footnote.quiz.QuizMaker;
import io.footnote.quiz.TypedAnswers;
import io.footnote.retrieval.SentenceRanker;
import io.footnote.telegram.Quizzing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what makes, checks and grades quiz items. */
final class QuizWiring {
    private QuizWiring() {}

    /** Makes items, with the chat model where one is configured. */
    static QuizMaker maker(Application application) {
        return maker(application, drafter(application));
    }

    private static QuizMaker maker(Application application, @Nullable ItemDrafter drafter) {
        return new QuizMaker(
                new Annotator(Lexicon.english()),
                application.tagger(),
                application.wordNet(),
                application.gate(),
                drafter);
    }

    private static @Nullable ItemDrafter drafter(Application application) {
        int maxTokens = application.settings().model().maxInputTokens();
        return application
                .model()
                .map(model -> {
                    Answerer checking = embedded(application);
                    return new ItemDrafter(
                            model,
                            application.prompt(ItemDrafter.TASK, ItemDrafter.PLACEHOLDERS),
                            article -> ArticleView.ofBeginning(article, maxTokens),
                            (question, article) -> cited(checking, question, article));
                })
                .orElse(null);
    }

    /** The embedded answerer, which keeps nothing of what it is asked here. */
    private static Answerer embedded(Application application) {
        Drafter embedded = new ExtractiveDrafter();
        return new Answerer(
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
    }

    /** What the bot needs; words and weights are loaded when they are first used, on whatever thread. */
    static Quizzing quizzing(Application application) {
        Answerer checking = embedded(application);
        ItemDrafter drafter = drafter(application);
        Supplier<TypedAnswers> typed = () -> new TypedAnswers(new Annotator(Lexicon.english()), application.wordNet());
        return new Quizzing(
                article -> maker(application, drafter)
                        .make(article, Quizzing.PER_ARTICLE, Quizzing.SEED)
                        .items(),
                (item, article) -> !Collections.disjoint(cited(checking, item.question(), article), item.evidence()),
                (item, words) -> typed.get().accept(item, words));
    }

    /** The sentences that the embedded answerer cites for a question, none where it refuses. */
    private static Set<Integer> cited(Answerer checking, String question, Article article) {
        AnswerTrace trace = checking.answer(Question.of(question, Instant.now()), List.of(article));
        return trace.answer() instanceof Grounded grounded
                ? grounded.sources().stream().map(Source::sentence).collect(Collectors.toSet())
                : Set.of();
    }
}
