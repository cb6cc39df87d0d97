package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.grounding.CitationGate;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QuizMakerTest {
    private static final Path OWN = Path.of("config/articles/us-russia-syria-talks.txt");
    private static final Path SHARED = Path.of("../shared");
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();
    private static final ArticleReader READER = new ArticleReader(SPLITTER);
    private static QuizMaker maker;

    @BeforeAll
    static void load() {
        Lexicon lexicon = Lexicon.english();
        WordNet words = WordNet.load();
        Annotator annotator = new Annotator(lexicon);
        maker = new QuizMaker(
                annotator, Tagger.load(lexicon, words), words, new CitationGate(annotator, SPLITTER::split));
    }

    @Test
    void makesSoundItemsOfSeveralKindsFromTheOwnArticle() {
        Article article = READER.read(OWN);

        Quiz quiz = maker.make(article, 12, 1);

        assertThat(quiz.items()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(kinds(quiz)).hasSizeGreaterThanOrEqualTo(5);
        assertSound(quiz, article);
    }

    @Test
    void makesSoundItemsFromEveryArticleOfTheDataSet() throws IOException {
        List<Article> articles = sharedArticles();
        List<Integer> positions = new ArrayList<>(List.of(0, 0, 0, 0));
        int trues = 0;
        int falses = 0;
        for (Article article : articles) {
            Quiz quiz = maker.make(article, 12, 1);
            assertThat(quiz.items()).as(article.title()).hasSizeGreaterThanOrEqualTo(10);
            assertThat(kinds(quiz)).as(article.title()).hasSizeGreaterThanOrEqualTo(5);
            assertSound(quiz, article);
            int ahead = 0;
            for (QuizItem item : quiz.items()) {
                if (item.type() == ItemType.TRUE_FALSE) {
                    ahead += item.key().equals(QuizItem.TRUE) ? 1 : -1;
                    trues += item.key().equals(QuizItem.TRUE) ? 1 : 0;
                    falses += item.key().equals(QuizItem.TRUE) ? 0 : 1;
                }
            }
            assertThat(Math.abs(ahead)).as(article.title()).isLessThanOrEqualTo(2);
            quiz.items().stream()
                    .filter(item -> item.options().size() == 4)
                    .forEach(item -> positions.set(item.correct(), positions.get(item.correct()) + 1));
        }
        // chi-squared with three degrees of freedom lies above 11.34 in one of a hundred samples
        double expected = positions.stream().mapToInt(Integer::intValue).sum() / 4.0;
        double chiSquared = positions.stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquared).as(positions.toString()).isLessThan(11.34);
        // with one degree of freedom it lies above 6.63 in one of a hundred
        assertThat(Math.pow(trues - falses, 2) / (trues + falses))
                .as(trues + " true, " + falses + " false")
                .isLessThan(6.63);
    }

    private static List<Article> sharedArticles() throws IOException {
        Path file = SHARED.resolve("eval/onestop.jsonl");
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        List<Article> articles = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            var node = new ObjectMapper().readTree(line);
            articles.add(READER.fromText(
                    node.path("id").asText(),
                    node.path("title").asText(),
                    node.path("text").asText()));
        }
        articles.add(READER.read(SHARED.resolve("article/us-russia-syria.txt")));
        return articles;
    }

    private static Set<ItemType> kinds(Quiz quiz) {
        return quiz.items().stream().map(QuizItem::type).collect(Collectors.toSet());
    }

    private static void assertSound(Quiz quiz, Article article) {
        for (QuizItem item : quiz.items()) {
            List<String> sources = item.evidence().stream()
                    .map(number -> article.textOf(article.sentence(number)))
                    .toList();
            assertThat(ItemChecker.problems(item, sources, article.text()))
                    .as(item.question() + " " + item.options())
                    .isEmpty();
        }
        assertThat(ItemChecker.problemsBetween(quiz.items())).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameItemsAndAnotherGivesOthers() {
        Article article = READER.read(OWN);

        Quiz quiz = maker.make(article, 8, 5);

        assertThat(maker.make(article, 8, 5)).isEqualTo(quiz);
        assertThat(maker.make(article, 8, 6).items()).isNotEqualTo(quiz.items());
    }

    @Test
    void aFactSurvivesWhatDoesNotChangeIt() {
        Annotator annotator = new Annotator(Lexicon.english());
        String fact =
                Facts.of(annotator.annotate("The harbour took in 40 ships on Friday."), "40", annotator.lexicon());

        assertThat(Facts.of(annotator.annotate("On Friday the harbour took in 40 ships!"), "40", annotator.lexicon()))
                .isEqualTo(fact);
        assertThat(Facts.of(annotator.annotate("The harbour took in 50 ships on Friday."), "50", annotator.lexicon()))
                .isNotEqualTo(fact);
    }

    @Test
    void anArticleWithoutFactsGivesNoItemsAndSaysSo() {
        Article article = READER.fromText("note", null, "Why not? Well, perhaps. He said so, and they agreed.");

        Quiz quiz = maker.make(article, 5, 1);

        assertThat(quiz.items()).isEmpty();
        assertThat(quiz.note()).contains("no facts");
    }

    @Test
    void takesNoMoreThanTheLimitAndNoLessThanOne() {
        Article article = READER.read(OWN);

        assertThat(maker.make(article, QuizMaker.MAX_COUNT, 1).items()).isNotEmpty();
        assertThatThrownBy(() -> maker.make(article, QuizMaker.MAX_COUNT + 1, 1))
                .hasMessageContaining("1 to 50");
        assertThatThrownBy(() -> maker.make(article, 0, 1)).hasMessageContaining("1 to 50");
    }
}
