package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    private final Lexicon lexicon = Lexicon.english();

    @ParameterizedTest
    @CsvSource({
        "said,says",
        "left,leaving",
        "children,child",
        "organisation,organization",
        "organised,organizes",
        "colour,colors",
        "honoured,honored",
        "defence,defense",
        "centre,center",
        "erdoğan,erdogan",
        "raise,raised"
    })
    void formsOfOneWordShareAKey(String one, String other) {
        assertThat(lexicon.key(one)).isEqualTo(lexicon.key(other));
    }

    @Test
    void countriesGoByNameDemonymAndAcronym() {
        assertThat(lexicon.country("Russians")).isEqualTo("russia");
        assertThat(lexicon.country("United States of America")).isEqualTo("united states");
        assertThat(lexicon.country("US")).isEqualTo("united states");
        assertThat(lexicon.country("us")).isNull();
    }

    @Test
    void aRunOfLettersThatIsNoWordIsItsOwnKey() {
        assertThat(lexicon.key("y".repeat(100_000))).hasSize(100_000);
    }
}
