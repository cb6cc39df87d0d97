package io.footnote.telegram;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of every language. */
class TextsTest {
    private static final int LONGEST_COMMAND_DESCRIPTION = 256;
    private static final int LONGEST_CALLBACK_ANSWER = 200;

    private final Map<Tongue, Texts> all = Texts.all();

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryPhraseAndNoOther(Tongue tongue) {
        Set<String> known = Arrays.stream(Phrase.values()).map(Phrase::key).collect(toSet());

        assertThat(Texts.properties(tongue).stringPropertyNames()).isEqualTo(known);
        assertThat(Texts.properties(tongue).values())
                .noneMatch(pattern -> pattern.toString().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void theArgumentsAgreeWithTheEnglish(Tongue tongue) {
        Properties english = Texts.properties(Tongue.ENGLISH);
        Properties other = Texts.properties(tongue);
        for (Phrase phrase : Phrase.values()) {
            assertThat(arguments(tongue, pattern(other, phrase)))
                    .as(tongue + " " + phrase)
                    .isEqualTo(arguments(Tongue.ENGLISH, pattern(english, phrase)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPluralHasEveryFormOfItsLanguage(Tongue tongue) {
        Set<String> forms = new TreeSet<>(PluralRules.forLocale(tongue.locale()).getKeywords());
        Properties texts = Texts.properties(tongue);
        for (Phrase phrase : Phrase.values()) {
            MessagePattern parsed = new MessagePattern(pattern(texts, phrase));
            if (pattern(texts, phrase).contains(", plural,")) {
                assertThat(selectors(parsed)).as(tongue + " " + phrase).containsAll(forms);
            }
        }
    }

    private static Set<String> selectors(MessagePattern parsed) {
        Set<String> found = new HashSet<>();
        for (int index = 0; index < parsed.countParts(); index++) {
            MessagePattern.Part part = parsed.getPart(index);
            if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
                found.add(parsed.getSubstring(part));
            }
        }
        return found;
    }

    private static String pattern(Properties texts, Phrase phrase) {
        return Objects.requireNonNull(texts.getProperty(phrase.key()));
    }

    private static Set<String> arguments(Tongue tongue, String pattern) {
        return new MessageFormat(pattern, tongue.locale())
                .getArgumentNames().stream().collect(toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ENGLISH | 1  | Ask again in 1 minute.
        ENGLISH | 2  | Ask again in 2 minutes.
        RUSSIAN | 1  | через 1 минуту.
        RUSSIAN | 3  | через 3 минуты.
        RUSSIAN | 11 | через 11 минут.
        RUSSIAN | 22 | через 22 минуты.
        SPANISH | 1  | en 1 minuto.
        SPANISH | 5  | en 5 minutos.
        ARABIC  | 1  | بعد دقيقة.
        ARABIC  | 2  | بعد دقيقتين.
        ARABIC  | 3  | بعد 3 دقائق.
        ARABIC  | 11 | بعد 11 دقيقة.
        """)
    void numbersTakeTheRightForm(Tongue tongue, int minutes, String end) {
        assertThat(texts(tongue).say(Phrase.LIMIT_READER, "minutes", minutes)).endsWith(end);
    }

    @Test
    void wordsThatRunTheOtherWayAreIsolatedAndOthersAreNot() {
        assertThat(texts(Tongue.ARABIC).isolated("Harbour bridge")).isEqualTo("\u2068Harbour bridge\u2069");
        assertThat(texts(Tongue.ARABIC).isolated("جسر 12")).isEqualTo("جسر 12");
        assertThat(texts(Tongue.ENGLISH).isolated("جسر")).isEqualTo("\u2068جسر\u2069");
        assertThat(texts(Tongue.RUSSIAN).isolated("Мост 12")).isEqualTo("Мост 12");
        assertThat(texts(Tongue.ARABIC).say(Phrase.NOT_SAID_MISSING, "missing", "Turkey"))
                .contains("\u2068Turkey\u2069");
        assertThat(texts(Tongue.ARABIC).say(Phrase.UNKNOWN_COMMAND)).contains("\u2068/help\u2069");
    }

    @ParameterizedTest
    @EnumSource
    void commandsAndAnswersToPressesAreShortEnough(Tongue tongue) {
        for (Phrase phrase : Phrase.values()) {
            if (phrase.name().startsWith("COMMAND_")) {
                assertThat(texts(tongue).say(phrase)).hasSizeBetween(1, LONGEST_COMMAND_DESCRIPTION);
            }
        }
        assertThat(Set.of(Phrase.THANKS, Phrase.WHY_BAD, Phrase.GONE, Phrase.ADMINS_ONLY, Phrase.ARTICLE_UNKNOWN))
                .allMatch(phrase -> texts(tongue).say(phrase).length() <= LONGEST_CALLBACK_ANSWER);
        assertThat(Set.of(Phrase.CHANGED_SAME, Phrase.CHANGED_SHOWN, Phrase.CHANGED_REMOVED))
                .as("behind the thanks")
                .allMatch(phrase ->
                        (texts(tongue).say(Phrase.THANKS) + " " + texts(tongue).say(phrase)).length()
                                <= LONGEST_CALLBACK_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"en-GB,ENGLISH", "ru,RUSSIAN", "es_MX,SPANISH", "ar-EG,ARABIC"})
    void dialectsAreUnderstood(String tag, Tongue tongue) {
        assertThat(Tongue.of(tag)).contains(tongue);
    }

    @Test
    void aLanguageThatTheBotDoesNotSpeakIsNone() {
        assertThat(Tongue.of("de")).isEmpty();
        assertThat(Tongue.of(null)).isEmpty();
        assertThat(Tongue.of("")).isEmpty();
    }

    private Texts texts(Tongue tongue) {
        return Objects.requireNonNull(all.get(tongue));
    }
}
