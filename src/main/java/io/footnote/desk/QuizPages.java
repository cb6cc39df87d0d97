package io.footnote.desk;

import io.footnote.article.Article;
import io.footnote.quiz.QuizItem;
import io.footnote.storage.Articles;
import io.footnote.storage.AuditTrail.Deed;
import io.footnote.storage.QuizItems;
import io.footnote.storage.QuizItems.Kept;
import io.footnote.storage.QuizItems.Statistics;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The quiz items of the articles: how they are answered, switched off and on, and corrected. Safe for any number of threads. */
final class QuizPages {
    private final QuizItems items;
    private final Articles articles;
    private final Pages pages;
    private final InstantSource clock;

    QuizPages(QuizItems items, Articles articles, Pages pages, InstantSource clock) {
        this.items = items;
        this.articles = articles;
        this.pages = pages;
        this.clock = clock;
    }

    void register(Routes routes) {
        routes.view("/quiz", Role.MODERATOR, this::list);
        routes.view("/quiz/{article}", Role.MODERATOR, this::show);
        routes.change("/quiz/items/{item}/switch", Role.MODERATOR, this::switchOff);
        routes.change("/quiz/items/{item}/correct", Role.MODERATOR, this::correct);
    }

    private void list(Context context, Moderator moderator) {
        pages.send(context, "quiz", "Quiz", moderator, Map.of("lines", items.articles()));
    }

    private void show(Context context, Moderator moderator) {
        String id = context.pathParam("article");
        List<Kept> kept = items.of(id);
        if (kept.isEmpty()) {
            throw Refusal.notFound("quiz");
        }
        Optional<Article> article = articles.find(id);
        Map<String, Statistics> statistics = items.statistics(id);
        List<QuizItemView> views = kept.stream()
                .map(one -> QuizItemView.of(
                        one, Optional.ofNullable(statistics.get(one.item().id())), article))
                .toList();
        pages.send(
                context,
                "quizitems",
                "Quiz",
                moderator,
                Map.of("title", article.map(Article::title).orElse(id), "articleId", id, "items", views));
    }

    private Kept found(Context context) {
        return items.find(context.pathParam("item")).orElseThrow(() -> Refusal.notFound("quiz item"));
    }

    private Deed switchOff(Context context, Moderator moderator) {
        Kept kept = found(context);
        boolean off = "1".equals(context.formParam("off"));
        items.switchOff(kept.item().id(), off);
        back(context, kept.item());
        return new Deed(
                off ? "switched a quiz item off" : "switched a quiz item on",
                kept.item().id(),
                kept.switchedOff() ? "off" : "on",
                off ? "off" : "on");
    }

    private Deed correct(Context context, Moderator moderator) {
        Kept kept = found(context);
        QuizItem corrected = QuizItemForm.read(
                context, kept.item(), articles.find(kept.item().articleId()));
        items.correct(corrected, clock.instant());
        back(context, corrected);
        return new Deed(
                "corrected a quiz item",
                corrected.id(),
                QuizItemForm.words(kept.item()),
                QuizItemForm.words(corrected));
    }

    private static void back(Context context, QuizItem item) {
        context.redirect("/quiz/" + item.articleId() + "#" + QuizItemView.anchor(item), HttpStatus.SEE_OTHER);
    }
}
