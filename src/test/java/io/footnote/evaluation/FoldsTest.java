package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.language.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FoldsTest {
    private static final String SHARED =
            "The harbour was dredged in spring, and two cranes were moved to the north quay before the first ships came.";

    private final ArticleReader reader = new ArticleReader(new SentenceSplitter());

    @Test
    void theSameTextInTwoSetsIsInOneFold() {
        Article one = article("The mayor opened the cider press.");
        Article same = article("The mayor  opened the cider press.");
        Folds folds = Folds.of(List.of(set("a", one), set("b", same)), 5);
        assertThat(folds.of(one)).isEqualTo(folds.of(same));
    }

    @Test
    void articlesThatShareAParagraphAreInOneFold() {
        List<Article> articles = IntStream.range(0, 20)
                .mapToObj(number -> article("Note number " + number + ".\n\n" + SHARED))
                .toList();
        Folds folds = Folds.of(List.of(set("a", articles.toArray(Article[]::new))), 5);
        assertThat(articles.stream().map(folds::of).distinct()).hasSize(1);
    }

    @Test
    void everyFoldGetsArticlesAndTheOrderOfTheFilesDoesNotMatter() {
        List<Article> articles = IntStream.range(0, 100)
                .mapToObj(number -> article("Ship number " + number + " came in."))
                .toList();
        Folds folds = Folds.of(List.of(set("a", articles.toArray(Article[]::new))), 5);
        Set<Integer> used = articles.stream().map(folds::of).collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        List<Article> reversed = new ArrayList<>(articles).reversed();
        Folds others = Folds.of(List.of(set("a", reversed.toArray(Article[]::new))), 5);
        assertThat(articles)
                .allSatisfy(article -> assertThat(others.of(article)).isEqualTo(folds.of(article)));
    }

    @Test
    void refusesOneFoldAndAnUnknownArticle() {
        Article article = article("The press is oak.");
        assertThatThrownBy(() -> Folds.of(List.of(set("a", article)), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1");
        Folds folds = Folds.of(List.of(set("a", article)), 2);
        assertThatThrownBy(() -> folds.of(article("Nobody divided this.")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Article article(String text) {
        return reader.fromText("test", null, text);
    }

    private static QuestionSet set(String name, Article... articles) {
        GoldQuestion question = new GoldQuestion("q", "What is it?", false, null, List.of());
        return new QuestionSet(
                name,
                List.of(articles).stream()
                        .map(article -> new ArticleQuestions(name, article, List.of(question)))
                        .toList());
    }
}
