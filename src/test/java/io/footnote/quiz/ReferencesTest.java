package io.footnote.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.language.Lexicon;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    private static Tagger tagger;
    private static References references;

    @BeforeAll
    static void load() {
        WordNet words = WordNet.load();
        tagger = Tagger.load(Lexicon.english(), words);
        references = new References(words, tagger.tag("Harbour opens a new bridge"), List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The talks ended without a result for the sailors of Dover.",
                "The organization was founded in 2003.",
                "Both men were released on bail.",
                "Researchers said that Norway had warmed."
            })
    void whatIsSpokenOfAsKnownButWasNeverIntroducedIsOpen(String sentence) {
        assertThat(references.resolved(tagger.tag(sentence))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge was built in 1998.",
                "The city of Bergen has a new museum.",
                "A storm hit Norway before the storm reached Denmark.",
                "Norway signed the agreement that Denmark had rejected."
            })
    void whatTheTitleOrTheSentenceItselfMakesKnownIsNot(String sentence) {
        assertThat(references.resolved(tagger.tag(sentence))).isTrue();
    }

    @Test
    void anIntroductionMakesKnownWhatFollowsIt() {
        var introduction = tagger.tag("Officials of Norway met for talks in Oslo.");
        var both = new java.util.ArrayList<>(introduction);
        both.addAll(tagger.tag("The talks ended on Monday."));

        assertThat(references.open(both, introduction.size())).isNegative();
    }
}
