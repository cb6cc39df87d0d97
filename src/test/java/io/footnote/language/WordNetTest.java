package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WordNetTest {
    private static final WordNet WORDS = WordNet.load();

    @Test
    void knowsWhatMeansTheSame() {
        assertThat(WORDS.synonyms("buy", PartOfSpeech.VERB))
                .contains("purchase")
                .doesNotContain("buy");
        assertThat(WORDS.synonyms("automobile", PartOfSpeech.NOUN)).contains("car");
    }

    @Test
    void knowsOpposites() {
        assertThat(WORDS.antonyms("rise", PartOfSpeech.VERB)).contains("fall");
        assertThat(WORDS.antonyms("increase", PartOfSpeech.NOUN)).contains("decrease");
        assertThat(WORDS.antonyms("early", PartOfSpeech.ADJ)).contains("late");
    }

    @Test
    void anAdjectiveHasTheOppositeOfThoseCloseToIt() {
        assertThat(WORDS.antonyms("huge", PartOfSpeech.ADJ)).contains("small");
    }

    @Test
    void knowsKindsInAnyNumberOfSteps() {
        assertThat(WORDS.hypernyms("car", PartOfSpeech.NOUN)).contains("motor vehicle");
        assertThat(WORDS.isKindOf("car", "vehicle", PartOfSpeech.NOUN)).isTrue();
        assertThat(WORDS.isKindOf("vehicle", "car", PartOfSpeech.NOUN)).isFalse();
        assertThat(WORDS.isKindOf("car", "car", PartOfSpeech.NOUN)).isFalse();
    }

    @Test
    void knowsWhatNamesStandFor() {
        assertThat(WORDS.isKindOf("Geneva", "city", PartOfSpeech.PROPN)).isTrue();
        assertThat(WORDS.isKindOf("Geneva", "person", PartOfSpeech.PROPN)).isFalse();
    }

    @Test
    void knowsWhatIsMadeOfAWord() {
        assertThat(WORDS.derived("destroy", PartOfSpeech.VERB)).contains("destruction");
    }

    @Test
    void knowsBaseForms() {
        assertThat(WORDS.baseForm("rose", PartOfSpeech.VERB)).isEqualTo("rise");
        assertThat(WORDS.baseForm("rose", PartOfSpeech.NOUN)).isEqualTo("rose");
        assertThat(WORDS.baseForm("Cities", PartOfSpeech.NOUN)).isEqualTo("city");
        assertThat(WORDS.baseForm("higher", PartOfSpeech.ADJ)).isEqualTo("high");
        assertThat(WORDS.baseForm("Qwzxvs", PartOfSpeech.NOUN)).isEqualTo("qwzxvs");
        assertThat(WORDS.baseForm("of", PartOfSpeech.ADP)).isEqualTo("of");
    }

    @Test
    void aWordThatItLacksHasNoRelations() {
        for (String word : List.of("qwzxv", "", " ")) {
            assertThat(WORDS.knows(word, PartOfSpeech.NOUN)).isFalse();
            assertThat(WORDS.synonyms(word, PartOfSpeech.NOUN)).isEmpty();
            assertThat(WORDS.isKindOf(word, "entity", PartOfSpeech.NOUN)).isFalse();
        }
        assertThat(WORDS.knows("the", PartOfSpeech.DET)).isFalse();
    }

    @Test
    void threadsSeeTheSameWords() {
        List<String> words = List.of("rise", "open", "war", "cold", "leave", "bank", "young", "sign");
        List<Set<String>> alone = words.stream()
                .map(word -> WORDS.antonyms(word, PartOfSpeech.ADJ))
                .toList();
        WordNet fresh = WordNet.load();
        List<List<Set<String>>> together = Stream.generate(() -> words)
                .limit(16)
                .parallel()
                .map(list -> list.stream()
                        .map(word -> fresh.antonyms(word, PartOfSpeech.ADJ))
                        .toList())
                .toList();
        assertThat(together).allMatch(alone::equals);
    }
}
