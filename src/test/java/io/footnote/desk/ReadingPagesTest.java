package io.footnote.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.desk.ReadingPages.Kind;
import io.footnote.desk.ReadingPages.Line;
import io.footnote.desk.ReadingPages.Paragraph;
import io.footnote.language.SentenceSplitter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingPagesTest {
    private static final Article ARTICLE = new ArticleReader(new SentenceSplitter()).fromText("ferry.txt", null, """
        Ferry line reopens

        The ferry sails again. It sails from Monday.

        Tickets cost 40 crowns.
        """);

    @Test
    void paragraphsAndTheTitleAreThoseOfTheArticle() {
        List<Paragraph> paragraphs = ReadingPages.paragraphs(ARTICLE, Set.of(3));
        assertThat(paragraphs).extracting(Paragraph::kind).containsExactly(Kind.TITLE, Kind.TEXT, Kind.TEXT);
        assertThat(paragraphs.get(1).lines())
                .containsExactly(
                        new Line(2, "The ferry sails again.", false), new Line(3, "It sails from Monday.", true));
    }

    @Test
    void highlightedAreTheNumbersInTheAddressUpToALimit() {
        assertThat(ReadingPages.marked("4,7")).containsExactlyInAnyOrder(4, 7);
        assertThat(ReadingPages.marked("x; 99999999")).hasSizeLessThan(3);
        assertThat(ReadingPages.marked(null)).isEmpty();
        String many = String.join(
                ",", IntStream.range(0, 50).mapToObj(Integer::toString).toList());
        assertThat(ReadingPages.marked(many)).hasSize(ReadingPages.MAX_MARKED);
    }
}
