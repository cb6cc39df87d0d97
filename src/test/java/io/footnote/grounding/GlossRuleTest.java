package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GlossRuleTest {
    private static final Article ARTICLE = GateFixture.article(
            "Mayor Anna Keller opened the harbour in Norwick with 1,200 guests.",
            "Her deputy Paul Brandt stayed away.");

    private final GlossRule rule = new GlossRule(new Annotator(Lexicon.english()));

    private List<String> check(String text, String gloss) {
        return rule.check(text, gloss, List.of(ARTICLE));
    }

    @Test
    void theSameFiguresAndNamesAgree() {
        assertThat(check(
                        "La alcaldesa Anna Keller inauguró el puerto con 1.200 invitados.",
                        "Mayor Anna Keller opened the harbour with 1,200 guests."))
                .isEmpty();
    }

    @Test
    void aFigureOnOneSideAloneDoesNot() {
        assertThat(check("Había 1.300 invitados.", "There were 1,200 guests."))
                .containsExactly("number 1300 is not in the gloss", "number 1200 is only in the gloss");
    }

    @Test
    void digitsOfAnotherScriptCount() {
        assertThat(check("حضر ١٢٠٠ ضيف.", "There were 1,200 guests.")).isEmpty();
        assertThat(check("حضر ١٣٠٠ ضيف.", "There were 1,200 guests.")).isNotEmpty();
    }

    @Test
    void aNameOfTheGlossMustStandInTheStatement() {
        assertThat(check("La alcaldesa inauguró el puerto.", "Mayor Anna Keller opened the harbour."))
                .containsExactly("name Keller is only in the gloss");
    }

    @Test
    void anotherNameOfTheArticleMustNot() {
        assertThat(check("Anna Keller y Brandt inauguraron el puerto.", "Anna Keller opened the harbour."))
                .containsExactly("name brandt is not in the gloss");
    }

    @Test
    void aNameMayHaveAnEndingOfTheLanguage() {
        assertThat(check("Hafen von Kellers Amt eröffnet.", "The harbour was opened by Keller."))
                .isEmpty();
    }

    @Test
    void countriesHaveNamesOfTheirOwn() {
        assertThat(check("El barco vino de Alemania.", "The ship came from Germany."))
                .isEmpty();
    }

    @Test
    void theGateTellsWhatDoesNotAgree() {
        Statement statement = new Statement(
                "La alcaldesa Anna Keller inauguró el puerto con 1.300 invitados.",
                List.of(new Citation("a1", 1)),
                "Mayor Anna Keller opened the harbour in Norwick with 1,200 guests.");
        CheckedStatement checked = GateFixture.GATE.check(statement, List.of(ARTICLE));
        assertThat(checked.supported()).isFalse();
        assertThat(checked.reasons()).contains("number 1300 is not in the gloss", "name Norwick is only in the gloss");
    }
}
