package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    private final Tokenizer tokenizer = new Tokenizer(Lexicon.english());

    @Test
    void contractionsAndPossessivesAreCutOff() {
        assertThat(norms("Kerry's team didn't wait; it can't, won't, cannot."))
                .containsExactly(
                        "kerry", "s", "team", "did", "n't", "wait", ";", "it", "can", "n't", ",", "will", "n't", ",",
                        "can", "not", ".");
    }

    @Test
    void numbersKeepTheirSeparatorsInOneForm() {
        assertThat(norms("240,000; 240 000; 240\u00A0000; 4.2 10:30 18th 1990s"))
                .containsExactly("240,000", ";", "240,000", ";", "240,000", ";", "4.2", "10:30", "18th", "1990s");
    }

    @Test
    void aListOfNumbersIsNotOneNumber() {
        assertThat(norms("1,2 and 10, 300")).containsExactly("1", ",", "2", "and", "10", ",", "300");
    }

    @Test
    void abbreviationsWithStopsAreOneWord() {
        assertThat(norms("The U.S. and J.K. left at 5 a.m. sharp"))
                .containsExactly("the", "us", "and", "jk", "left", "at", "5", "am", "sharp");
    }

    @Test
    void apostropheInsideANameStays() {
        assertThat(norms("O’Brien")).containsExactly("o'brien");
    }

    @Test
    void invisibleCharactersLeaveNoTrace() {
        assertThat(norms("Lav\u200Brov\u202E said\u00AD")).containsExactly("lavrov", "said");
    }

    @Test
    void marksAreNormalised() {
        assertThat(norms("“a” – ``b''")).containsExactly("\"", "a", "\"", "-", "\"", "b", "\"");
    }

    @Test
    void spansPointIntoTheText() {
        String text = "Mr. Kerry’s 240,000 “options”";
        for (Token token : tokenizer.tokenize(text)) {
            assertThat(token.start()).isLessThan(token.end());
            assertThat(token.end()).isLessThanOrEqualTo(text.length());
        }
        assertThat(tokenizer.tokenize(text).get(2))
                .satisfies(token ->
                        assertThat(text.substring(token.start(), token.end())).isEqualTo("Kerry"));
    }

    private List<String> norms(String text) {
        return tokenizer.tokenize(text).stream().map(Token::norm).toList();
    }
}
