package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.footnote.answer.Abstained;
import io.footnote.answer.Answer;
import io.footnote.answer.Grounded;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import io.footnote.evaluation.QuestionFigures;
import io.footnote.language.EncoderException;
import io.footnote.language.TinyModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles in German, Spanish, French and Russian, with and without an encoder that knows them. */
final class LanguagesTest {
    private static final Path QUESTIONS = Path.of("src/test/resources/eval/languages.jsonl");

    /** A German article that says nothing in the words of the question below. */
    private static final String PAPER = """
        Der Rat tagte gestern im Rathaus von Torvik.
        Anschließend gab es Kaffee und Kuchen für alle.
        Kostspielig wird vor allem das neue Dach.
        Die nächste Sitzung findet erst im Frühling statt.
        """;

    @TempDir
    private Path folder;

    @Test
    void questionsInTheArticlesLanguageAreAnsweredByItsWords() {
        try (MeasuredApplication application = new MeasuredApplication(folder)) {
            QuestionFigures figures = application.ask(QUESTIONS, null).figures();

            assertThat(figures.answerable()).isEqualTo(20);
            assertThat(figures.unattainable()).isZero();
            assertThat(figures.hitAt1()).isGreaterThanOrEqualTo(.9);
            assertThat(figures.answeredCount()).isGreaterThanOrEqualTo(18);
            assertThat(figures.refusedCount()).isEqualTo(4);
        }
    }

    @Test
    void aQuestionInAnotherLanguageThanTheArticlesIsKnownAsSuch() {
        try (MeasuredApplication application = new MeasuredApplication(folder)) {
            Article english = application.fromText(
                    "Pier closed",
                    "The pier was closed on Monday. Engineers found cracks in two pillars. It opens again in May.");

            assertThat(strays(application, english, "Что инженеры нашли в двух опорах?"))
                    .isTrue();
            assertThat(strays(application, english, "¿Qué encontraron los ingenieros en los pilares del muelle?"))
                    .isTrue();
            assertThat(strays(application, english, "Who won the chess tournament in Lisbon last year?"))
                    .isFalse();
        }
    }

    private static boolean strays(MeasuredApplication application, Article article, String question) {
        return application.ask(Question.of(question, Instant.EPOCH), article).inAnotherLanguage();
    }

    @Test
    void anEncoderOfManyLanguagesFindsWhatIsSaidInOtherWords() throws IOException {
        TinyModel.write(folder, 384, List.of(List.of("teuer", "kostspielig"), List.of("was", "dach")));
        Question question = Question.of("Was ist teuer?", Instant.EPOCH);

        assertThat(firstSentence(Map.of(), question)).doesNotStartWith("Kostspielig");
        assertThat(firstSentence(Map.of("FOOTNOTE_ENCODER_MULTILINGUAL_PATH", folder.toString()), question))
                .startsWith("Kostspielig");
    }

    private String firstSentence(Map<String, String> settings, Question question) {
        try (Application application = application(settings)) {
            Article article = application.reader().fromText("paper", null, PAPER);
            assertThat(article.language()).isEqualTo("de");
            Answer answer = application
                    .unrecordedAnswerer()
                    .answer(question, List.of(article))
                    .answer();
            return switch (answer) {
                case Grounded grounded -> grounded.sources().getFirst().text();
                case Abstained abstained -> abstained.nearest().getFirst().text();
            };
        }
    }

    @Test
    void aFolderWithoutAModelOrWithOneOfOtherDimensionsIsRefused() throws IOException {
        Map<String, String> settings = Map.of("FOOTNOTE_ENCODER_MULTILINGUAL_PATH", folder.toString());
        try (Application application = application(settings)) {
            assertThatThrownBy(application::encoders)
                    .isInstanceOf(EncoderException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("model.onnx");
        }
        TinyModel.write(folder, 385, List.of());
        try (Application application = application(settings)) {
            assertThatThrownBy(application::encoders)
                    .hasMessageContaining("makes 385 numbers of a token")
                    .hasMessageContaining("384");
        }
    }

    private Application application(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("FOOTNOTE_DATA_DIR", folder.resolve("data").toString());
        return new Application(Path.of("").toAbsolutePath(), environment, notice -> {});
    }
}
