package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameFinderTest {

    private final Annotator annotator = new Annotator(Lexicon.english());

    @Test
    void runsOfCapitalsAreNames() {
        assertThat(names("Yesterday John F. Kerry met Sergei Shoygu's aide in New York."))
                .containsExactly("John F Kerry", "Sergei Shoygu", "New York");
    }

    @Test
    void ordinaryOpenersAreNoNames() {
        assertThat(names("Officials said so. The talks failed. However, nobody left."))
                .isEmpty();
        assertThat(names("Lavrov said so.")).containsExactly("Lavrov");
    }

    @Test
    void titlesAreLeftOut() {
        assertThat(names("They met President Obama and Mr. Earnest.")).containsExactly("Obama", "Earnest");
    }

    @Test
    void connectorsAndHyphensJoin() {
        assertThat(names("He left the Church of Scientology and Kwok Ka-ki."))
                .containsExactly("Church Scientology", "Kwok Ka");
    }

    @Test
    void countriesAreOneWord() {
        assertThat(names("the United States and the UK")).containsExactly("United States", "UK");
    }

    private List<String> names(String text) {
        return annotator.annotate(text).names().stream().map(Name::text).toList();
    }
}
