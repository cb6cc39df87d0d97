package io.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.article.Sentence;
import io.footnote.language.Encoder;
import io.footnote.language.SentenceSplitter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PinpointerTest {
    private static final Article TALKS =
            new ArticleReader(new SentenceSplitter()).read(Path.of("config/articles/us-russia-syria-talks.txt"));
    private static final Article ODD = Sample.article(
            "The harbour – as the mayor (Ines Odum) said – cost “nine million” crowns, 240 000 tonnes and 3 % of it"
                    + " all.",
            "…",
            "Ω",
            "a - b - c - d - e - f - g - h - i - j - k - l - m - n - o - p - q.",
            "He said:\n"
                    + "\"We   left because the water\u00A0rose\n"
                    + "over the wall and the pumps had failed again in the night.\"");
    private static final List<String> QUESTIONS = List.of(
            "Who spoke?",
            "How many people died?",
            "Why did they leave?",
            "Where was it said?",
            "When did the ministers talk by telephone?",
            "What did the mayor say about the harbour?",
            "tell me more");

    @TempDir
    private static Path cache;

    private static Encoder encoder;
    private static SentenceRanker ranker;

    @BeforeAll
    static void load() {
        encoder = Encoder.load(cache);
        ranker = new SentenceRanker(SentenceIndex.inMemory(encoder));
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void wordsAreAlwaysOfTheSentenceAndTwelveAtTheMost() {
        for (Article article : List.of(TALKS, ODD)) {
            for (String question : QUESTIONS) {
                ReadQuestion read = ranker.rank(question, List.of(article), 1).question();
                for (Sentence sentence : article.sentences()) {
                    ranker.pinpoint(read, article, sentence).ifPresent(found -> {
                        assertThat(found.start()).isBetween(sentence.start(), sentence.end());
                        assertThat(found.end()).isBetween(found.start() + 1, sentence.end());
                        assertThat(found.text())
                                .isEqualTo(article.text().substring(found.start(), found.end()))
                                .isEqualTo(found.text().strip());
                        assertThat(found.text().split("\\s+")).hasSizeLessThanOrEqualTo(SpanChoice.MOST_WORDS);
                        assertThat(found.overlap()).isBetween(0.0, 1.0);
                    });
                }
            }
        }
    }

    @Test
    void noneHasHalfAPairOfBracketsOrQuotationMarks() {
        Article article = Sample.article("The harbour (built in 1904) cost “nine million” crowns“, said the mayor”.");
        ReadQuestion read =
                ranker.rank("What did it cost?", List.of(article), 1).question();
        SpanChoice choice = ranker.spans(read, article, article.sentences().getFirst());
        List<String> texts =
                IntStream.range(0, choice.size()).mapToObj(choice::text).toList();
        assertThat(texts)
                .contains("“nine million”", "nine million", "harbour (built in 1904)")
                .allSatisfy(text -> assertThat(text.contains("(")).isEqualTo(text.contains(")")))
                .allSatisfy(text ->
                        assertThat(text.replaceAll("[^“”]", "").length() % 2).isZero());
    }

    @Test
    void findsNumbersNamesAndReasons() {
        Article works = Sample.article(
                "The north quay was closed in June because its wall had cracked.",
                "The mayor, Ines Odum, said that the work had cost nine million crowns.");
        assertThat(wordsFor("How much did the work cost?", works, 2)).contains("nine million crowns");
        assertThat(wordsFor("Who said that the work was expensive?", works, 2)).contains("Ines Odum");
        assertThat(wordsFor("When was the quay closed?", works, 1)).contains("June");
        assertThat(wordsFor("Why was the quay closed?", works, 1)).contains("its wall had cracked");
    }

    private static String wordsFor(String question, Article article, int sentence) {
        ReadQuestion read = ranker.rank(question, List.of(article), 1).question();
        return ranker.pinpoint(read, article, article.sentence(sentence))
                .orElseThrow()
                .text();
    }

    @Test
    void nothingIsSingledOutForAQuestionWhetherSomethingIsSo() {
        ReadQuestion read =
                ranker.rank("Did the ministers talk?", List.of(TALKS), 1).question();
        assertThat(ranker.pinpoint(read, TALKS, TALKS.sentence(2))).isEmpty();
    }

    @Test
    void nothingIsSingledOutWhereThereIsNoWord() {
        ReadQuestion read = ranker.rank("Who spoke?", List.of(ODD), 1).question();
        assertThat(ranker.pinpoint(read, ODD, ODD.sentence(2))).isEmpty();
    }

    @Test
    void everyExplanationIsTheSumOfItsPartsAndGivesWhatItExplains() {
        Ranking ranking = ranker.rank("Who took part in the talks?", List.of(TALKS), 10);
        List<Explanation> explanations = ranking.explanations();
        explanations.forEach(PinpointerTest::addsUp);
        double first = explanations.get(0).part();
        double second = explanations.get(1).part();
        assertThat(Math.exp(second - first))
                .isCloseTo(
                        ranking.sentences().get(1).score()
                                / ranking.sentences().get(0).score(),
                        within(1e-9));
        double logOdds = explanations.getLast().part();
        assertThat(1 / (1 + Math.exp(-logOdds))).isCloseTo(ranking.answerable(), within(1e-9));
        addsUp(ranker.pinpoint(ranking.question(), TALKS, TALKS.sentence(2))
                .orElseThrow()
                .explanation());
    }

    private static void addsUp(Explanation explanation) {
        if (!explanation.parts().isEmpty()) {
            double sum =
                    explanation.parts().stream().mapToDouble(Explanation::part).sum();
            assertThat(explanation.part()).isCloseTo(sum, within(1e-9));
            explanation.parts().forEach(PinpointerTest::addsUp);
        } else if (explanation.weight() != null && explanation.scaled() != null) {
            assertThat(explanation.part()).isEqualTo(explanation.weight() * explanation.scaled());
        }
    }
}
