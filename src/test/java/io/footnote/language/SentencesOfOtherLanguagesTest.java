package io.footnote.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences of German, Spanish, French and Russian; a bar stands where one is to end. */
final class SentencesOfOtherLanguagesTest {
    private final SentenceSplitter splitter = new SentenceSplitter();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "de; Der Rat tagte am 3. Oktober in Bern.| Danach ging Dr. Keller nach Hause.",
                "de; Friedrich der Große starb 1786.| Sein Neffe folgte ihm.",
                "de; Es waren ca. 40 Leute da, z. B. Lehrer.| Am Freitag kommen mehr.",
                "de; »Wir warten«, sagte sie.| »Morgen geht es weiter.«",
                "de; Die Kosten stiegen auf 3 Mio. Euro.| Das ist viel.",
                "es; El Sr. García llegó a las 5.| ¿Quién lo esperaba?| Nadie.",
                "es; Viajó a EE. UU. en mayo.| La visita duró tres días.",
                "es; Costó 3.500 euros, según el Dr. Ruiz.| ¡Increíble!",
                "fr; M. Dupont est arrivé hier.| Il repart demain.",
                "fr; « Nous attendons. »| La mairie n'a rien dit.",
                "fr; « Où est-il ? » demande Mme Petit.| Personne ne répond.",
                "ru; В 2020 г. завод закрыли.| Он стоял на ул. Ленина.",
                "ru; Об этом сообщил А. С. Петров.| По его словам, работы идут.",
                "ru; Пришли рыбаки, врачи и т. д.| Они ждали до вечера.",
                "ru; «Мы ждём», — сказала она.| «Завтра будет видно.»",
                "ru; Ущерб составил 3 млн руб.| Это много."
            })
    void endsWhereItsLanguageEndsIt(String language, String marked) {
        String text = marked.replace("|", "");
        List<String> expected =
                List.of(marked.split("\\|")).stream().map(String::strip).toList();

        assertThat(splitter.split(text, language))
                .extracting(span -> span.of(text))
                .isEqualTo(expected);
    }
}
