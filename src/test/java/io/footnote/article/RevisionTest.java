package io.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.article.Revision.Kind;
import io.footnote.language.SentenceSplitter;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final ArticleReader READER = new ArticleReader(new SentenceSplitter());

    private static final Article OLDER =
            article("The bridge was closed on Monday. Twelve people were hurt when the deck"
                    + " gave way. Police asked drivers to stay away. The bridge was closed on Monday.");

    private static Article article(String text) {
        return READER.fromText("test", "Test", text);
    }

    private static Revision.Fate fate(String newer, int number) {
        return Revision.of(OLDER, article(newer)).fateOf(number);
    }

    @Test
    void aSentenceWithTheSameWordsIsUnchangedWhereverItStands() {
        String newer = "A correction was made. Police asked drivers\n to stay away. The bridge was closed on Monday.";
        assertThat(fate(newer, 3))
                .isEqualTo(new Revision.Fate(Kind.UNCHANGED, article(newer).sentence(2)));
        assertThat(fate(newer, 1).kind()).isEqualTo(Kind.UNCHANGED);
        // it stood twice and stands once
        assertThat(fate(newer, 4).kind()).isEqualTo(Kind.GONE);
    }

    @Test
    void aSentenceWithOneNumberCorrectedIsReworded() {
        String newer = "Fifteen people were hurt when the deck gave way.";
        assertThat(fate(newer, 2))
                .isEqualTo(new Revision.Fate(Kind.REWORDED, article(newer).sentence(1)));
        assertThat(fate(newer, 3)).isEqualTo(new Revision.Fate(Kind.GONE, null));
    }

    @Test
    void theNearerOfTwoWordingsIsTaken() {
        String newer =
                "Twelve people were badly hurt early today when the old deck gave way. Fifteen people were hurt when the deck"
                        + " gave way.";
        assertThat(fate(newer, 2).now()).isEqualTo(article(newer).sentence(2));
    }

    @Test
    void aVersionThatOnlyAddsKeepsAll() {
        assertThat(Revision.of(OLDER, article(OLDER.text() + " It opened again."))
                        .keepsAll())
                .isTrue();
        assertThat(Revision.of(OLDER, article("The bridge was closed on Monday."))
                        .keepsAll())
                .isFalse();
    }

    @Test
    void onlySentencesOfTheOlderVersionCanBeAskedAbout() {
        assertThatThrownBy(() -> fate("One.", 5))
                .hasMessage("number must be a sentence of the older version, 1 to 4, got 5");
    }
}
