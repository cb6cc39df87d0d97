package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TaggerTest {
    private static final Tagger TAGGER = Tagger.load(Lexicon.english(), WordNet.load());

    @Test
    void givesWordsTheirPartsOfSpeech() {
        assertThat(TAGGER.tag("The minister quickly signed two new treaties in Geneva."))
                .extracting(TaggedWord::tag)
                .containsExactly(
                        PartOfSpeech.DET,
                        PartOfSpeech.NOUN,
                        PartOfSpeech.ADV,
                        PartOfSpeech.VERB,
                        PartOfSpeech.NUM,
                        PartOfSpeech.ADJ,
                        PartOfSpeech.NOUN,
                        PartOfSpeech.ADP,
                        PartOfSpeech.PROPN,
                        PartOfSpeech.PUNCT);
    }

    @Test
    void givesWordsTheirBaseForms() {
        assertThat(TAGGER.tag("Prices grew while wages were falling in both cities."))
                .extracting(TaggedWord::lemma)
                .contains("price", "grow", "wage", "be", "fall", "city");
    }

    @Test
    void keepsTheCapitalsOfNames() {
        assertThat(TAGGER.tag("Yesterday Merkel spoke."))
                .filteredOn(word -> word.is(PartOfSpeech.PROPN))
                .extracting(TaggedWord::lemma)
                .containsExactly("Merkel");
    }

    @Test
    void everyWordStandsWhereItSays() {
        String sentence = "“They don’t — and won’t — pay 3.5% more,” she said.";
        List<TaggedWord> words = TAGGER.tag(sentence);
        assertThat(words)
                .allSatisfy(word -> assertThat(word.text()).isEqualTo(sentence.substring(word.start(), word.end())));
        assertThat(words).extracting(TaggedWord::text).contains("do", "n’t");
        assertThat(words).extracting(TaggedWord::lemma).contains("will", "not");
        assertThat(words).isSortedAccordingTo((one, other) -> Integer.compare(one.start(), other.start()));
    }

    @Test
    void aTextWithoutWordsHasNone() {
        assertThat(TAGGER.tag("")).isEmpty();
        assertThat(TAGGER.tag(" \n ")).isEmpty();
    }

    @Test
    void wordsUpToTheLimitAreTaggedAndNoneBeyond() {
        String atLimit = "a".repeat(Tagger.MAX_UNITS - 2) + " b";
        assertThat(TAGGER.tag(atLimit)).hasSize(2);
        assertThat(TAGGER.tag("a" + atLimit)).hasSize(1);
    }

    @Test
    void threadsDoNotDisturbEachOther() throws Exception {
        String sentence = "The court sentenced three former officers to twelve years in prison.";
        List<TaggedWord> alone = TAGGER.tag(sentence);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<TaggedWord>>> tagged = IntStream.range(0, 64)
                    .mapToObj(index -> threads.submit(() -> {
                        TAGGER.tag("Number " + index + " of many other sentences runs before it.");
                        return TAGGER.tag(sentence);
                    }))
                    .toList();
            for (Future<List<TaggedWord>> words : tagged) {
                assertThat(words.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void aWordMustCoverItsPlace() {
        assertThatThrownBy(() -> new TaggedWord(3, 3, "", PartOfSpeech.X, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3, 3)");
    }
}
