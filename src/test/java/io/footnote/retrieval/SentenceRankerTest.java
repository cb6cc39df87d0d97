package io.footnote.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.Encoder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SentenceRankerTest {
    private static final Article HARBOUR = Sample.article(
            "The harbour was dredged in spring.",
            "Two cranes were moved to the north quay in June.",
            "The mayor, Ines Odum, said that the work had cost nine million crowns.",
            "Fishermen complained about the noise.");
    private static final Article ORCHARD =
            Sample.article("Apples are picked in September.", "The mayor opened the cider press, which is oak.");

    @TempDir
    private static Path cache;

    private static Encoder encoder;

    @BeforeAll
    static void load() {
        encoder = Encoder.load(cache);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private static SentenceRanker ranker() {
        return new SentenceRanker(SentenceIndex.inMemory(encoder));
    }

    @Test
    void putsTheSentenceThatAnswersFirst() {
        Ranking ranking = ranker().rank("How much did the work cost?", List.of(HARBOUR), 10);
        assertThat(ranking.sentences()).hasSize(4);
        assertThat(ranking.sentences().getFirst().sentence().number()).isEqualTo(3);
    }

    @Test
    void findsASentenceThatSharesNoWordWithTheQuestion() {
        Ranking ranking = ranker().rank("Who grumbled?", List.of(HARBOUR), 1);
        assertThat(ranking.textOf(ranking.sentences().getFirst())).startsWith("Fishermen");
    }

    @Test
    void keepsToTheArticleAskedAbout() {
        SentenceRanker ranker = ranker();
        ranker.rank("What did the mayor open?", List.of(ORCHARD), 10);
        Ranking ranking = ranker.rank("What did the mayor open?", List.of(HARBOUR), 10);
        assertThat(ranking.sentences()).allMatch(ranked -> ranked.articleId().equals(HARBOUR.id()));
    }

    @Test
    void ranksTheSameWhateverElseIsInTheIndex() {
        String question = "Where were the cranes moved?";
        SentenceRanker alone = ranker();
        SentenceRanker crowded = ranker();
        crowded.rank(question, List.of(ORCHARD, HARBOUR), 10);
        assertThat(crowded.rank(question, List.of(HARBOUR), 10)).isEqualTo(alone.rank(question, List.of(HARBOUR), 10));
    }

    @Test
    void ranksTheSameOnEveryThreadAndWhateverWasAskedBefore() {
        SentenceRanker ranker = ranker();
        Ranking expected = ranker().rank("Who complained?", List.of(HARBOUR), 10);
        List<Ranking> rankings = IntStream.range(0, 12)
                .parallel()
                .mapToObj(number -> {
                    ranker.rank("What cost " + number + " crowns?", List.of(ORCHARD), 10);
                    return ranker.rank("Who complained?", List.of(HARBOUR), 10);
                })
                .toList();
        assertThat(rankings).allSatisfy(ranking -> assertThat(ranking).isEqualTo(expected));
    }

    @Test
    void findsASentenceWhoseSubjectStandsBeforeIt() {
        Article article = Sample.article(
                "Ines Odum became mayor in May.",
                "She was born in Lisbon.",
                "The press was oak.",
                "Fishermen complained about the noise.");
        Ranking ranking = ranker().rank("Where was Ines Odum born?", List.of(article), 1);
        assertThat(ranking.textOf(ranking.sentences().getFirst())).startsWith("She");
    }

    @Test
    void findsANameInAnotherSpelling() {
        Article article = Sample.article(
                "The minister, Sergei Shoygu, called from Moscow.",
                "The minister, Ines Odum, called from Lisbon.",
                "The press was oak.");
        Ranking ranking = ranker().rank("Where did Shoigu call from?", List.of(article), 1);
        assertThat(ranking.sentences().getFirst().sentence().number()).isEqualTo(1);
    }

    @Test
    void searchesSeveralArticlesAtOnce() {
        Ranking ranking = ranker().rank("What is the cider press made of?", List.of(HARBOUR, ORCHARD), 10);
        assertThat(ranking.sentences()).hasSize(6);
        assertThat(ranking.sentences().getFirst().articleId()).isEqualTo(ORCHARD.id());
    }

    @Test
    void neverOffersWhatIsNotToBeCited() {
        Sentence headline = HARBOUR.sentences().getFirst();
        Article article = new Article(
                HARBOUR.id(),
                HARBOUR.title(),
                HARBOUR.source(),
                null,
                "en",
                HARBOUR.text(),
                List.of(
                        new Sentence(1, headline.start(), headline.end(), false),
                        HARBOUR.sentence(2),
                        HARBOUR.sentence(3)));
        Ranking ranking = ranker().rank("When was the harbour dredged?", List.of(article), 10);
        assertThat(ranking.sentences())
                .extracting(ranked -> ranked.sentence().number())
                .doesNotContain(1);
    }

    @Test
    void namesWhatTheArticleNeverMentions() {
        Ranking ranking = ranker().rank("What did Lisbon say about the harbour?", List.of(HARBOUR), 10);
        assertThat(ranking.missing()).containsExactly("Lisbon");
        assertThat(ranking.answerable())
                .isLessThan(ranker().rank("What did the mayor say about the work?", List.of(HARBOUR), 10)
                        .answerable());
    }
}
