package io.footnote.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.language.Encoder;
import io.footnote.language.SentenceSplitter;
import io.footnote.retrieval.Ranking;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SentenceRanker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
    private static final EvaluationListener QUIET = new EvaluationListener() {};

    @TempDir
    private static Path cache;

    private static Encoder encoder;

    private final ArticleReader reader = new ArticleReader(new SentenceSplitter());
    private final Article harbour = reader.fromText(
            "test",
            "The harbour",
            "The harbour was dredged in spring. Two cranes were moved to the north quay in June. "
                    + "The mayor, Ines Odum, said that the work had cost nine million crowns. "
                    + "Fishermen complained about the noise.");
    private final Article orchard = reader.fromText(
            "test", "The orchard", "Apples are picked in September. Ida Holm opened the cider press, which is oak.");

    @BeforeAll
    static void load() {
        encoder = Encoder.load(cache);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void whatItLearnedPutsTheRightSentencesFirst() {
        RankingWeights learned = training(set()).learn(article -> true, RankingWeights.none());
        SentenceRanker ranker = new SentenceRanker(SentenceIndex.inMemory(encoder), learned);
        Ranking ranking = ranker.rank("How much did the work cost?", List.of(harbour), 4);
        assertThat(ranking.sentences().getFirst().sentence().number()).isEqualTo(3);
        assertThat(ranking.answerable())
                .isGreaterThan(ranker.rank("Who won the chess cup in Lisbon?", List.of(harbour), 4)
                        .answerable());
    }

    @Test
    void learnsTheSameEveryTime() {
        assertThat(training(set()).learn(article -> true, RankingWeights.none()).lines())
                .isEqualTo(training(set())
                        .learn(article -> true, RankingWeights.none())
                        .lines());
    }

    @Test
    void takesTheProbabilityFromElsewhereWhereNothingTeachesIt() {
        RankingWeights other = RankingWeights.parse(List.of("[answerability]", "always 0.5"));
        RankingWeights learned = training(set()).learn(article -> article.id().equals(orchard.id()), other);
        assertThat(learned.lines()).contains("always 0.500000");
    }

    @Test
    void saysThatThereIsNothingToLearnFrom() {
        Training training = training(set());
        assertThatThrownBy(() -> training.learn(article -> false, RankingWeights.none()))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("learn");
    }

    private static Training training(QuestionSet set) {
        Training training = new Training(SentenceIndex.inMemory(encoder), encoder);
        training.add(set, false, QUIET);
        return training;
    }

    private QuestionSet set() {
        return new QuestionSet(
                "test",
                List.of(
                        new ArticleQuestions(
                                "harbour",
                                harbour,
                                List.of(
                                        answerable("How much did it cost?", "nine million crowns"),
                                        answerable("Where were the cranes moved?", "the north quay"),
                                        answerable("Who complained?", "Fishermen complained"),
                                        unanswerable("Who won the football match in Paris?"),
                                        unanswerable("Which album did the singer record?"))),
                        new ArticleQuestions(
                                "orchard", orchard, List.of(answerable("Who opened the press?", "Ida Holm")))));
    }

    private static GoldQuestion answerable(String question, String snippet) {
        return new GoldQuestion("q", question, true, null, List.of(new Support.Snippet(snippet)));
    }

    private static GoldQuestion unanswerable(String question) {
        return new GoldQuestion("q", question, false, null, List.of());
    }
}
