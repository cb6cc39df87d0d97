package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.language.SentenceSplitter;
import io.footnote.retrieval.RankedSentence;
import io.footnote.retrieval.Ranking;
import io.footnote.retrieval.ReadQuestion;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisagreementTest {
    private static final ArticleReader READER = new ArticleReader(new SentenceSplitter());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Twelve people were hurt when the ferry hit the pier. | Fifteen people were hurt when the ferry hit"
                        + " the pier. | true",
                "Twelve people were hurt when the ferry hit the pier. | The ferry hit the pier and 12 people were"
                        + " hurt. | false",
                "The repair will cost $3 million, the council said. | The council said the repair will cost $4.5"
                        + " million. | true",
                "The mayor who closed the harbour is Ann Berg. | The mayor who closed the harbour is Eva Lund. | true",
                "Twelve people were hurt when the ferry hit the pier. | Fifteen boats left before the storm came. |"
                        + " false",
                "Twelve people were hurt when the ferry hit the pier. | Twelve people were hurt when the ferry hit the"
                        + " pier. | false"
            })
    void isANumberOrANameThatIsAnotherAmongTheSameWords(String one, String other, boolean disagrees) {
        Article first = READER.fromText("first", "First", one);
        Article second = READER.fromText("second", "Second", other);
        List<RankedSentence> ranked = List.of(ranked(first, 1, 0.6), ranked(second, 2, 0.3));

        Ranking ranking =
                new Ranking(List.of(first, second), ranked, .5, List.of(), mock(ReadQuestion.class), List.of());

        assertThat(new Disagreement().with(ranking).isPresent()).isEqualTo(disagrees);
    }

    private static RankedSentence ranked(Article article, int rank, double score) {
        return new RankedSentence(article.id(), article.sentence(1), rank, score, new TreeMap<>());
    }
}
