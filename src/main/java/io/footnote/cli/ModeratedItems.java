package io.footnote.cli;

import io.footnote.Application;
import io.footnote.Settings;
import io.footnote.article.Article;
import io.footnote.quiz.Quiz;
import io.footnote.quiz.QuizItem;
import io.footnote.quiz.QuizMaker;
import io.footnote.storage.Database;
import io.footnote.storage.QuizItems.Decisions;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Function;

/**
 * Quiz items as moderators want them: what they switched off is left out and made up for, what they corrected is asked in
 * their words. That goes by the database that is configured, where there is one already; a quiz alone makes none.
 */
final class ModeratedItems {
    private final QuizMaker maker;
    private final Function<String, Decisions> decisions;

    ModeratedItems(Application application) {
        this.maker = application.quizMaker();
        this.decisions = isKept(application.settings())
                ? application.deskStore().quizItems()::decisions
                : articleId -> Decisions.NONE;
    }

    private static boolean isKept(Settings settings) {
        return settings.storage().url() != null
                || Files.exists(settings.dataDir().resolve(Database.FILE_NAME));
    }

    /** Items about an article, as {@link QuizMaker#make} has them. */
    Quiz make(Article article, int count, long seed) {
        Decisions decided = decisions.apply(article.id());
        int further =
                Math.min(QuizMaker.MAX_COUNT, count + decided.switchedOff().size());
        Quiz made = maker.make(article, further, seed);
        List<QuizItem> items = made.items().stream()
                .filter(item -> !decided.switchedOff().contains(item.id()))
                .map(item -> decided.corrected().getOrDefault(item.id(), item))
                .limit(count)
                .toList();
        return new Quiz(items, count, made.fallback(), made.otherLanguage());
    }
}
