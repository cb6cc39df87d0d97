package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    @TempDir
    Path home;

    private void file(String yaml) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/footnote.yaml"), yaml);
    }

    private Settings load(String... variables) {
        return Settings.load(home, environment(variables));
    }

    private ListAssert<String> assertProblems(String... variables) {
        return assertThatThrownBy(() -> load(variables))
                .isInstanceOf(SettingsException.class)
                .extracting(
                        thrown -> String.valueOf(thrown.getMessage()).lines().toList(),
                        InstanceOfAssertFactories.list(String.class));
    }

    private static Map<String, String> environment(String... variables) {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", "/bin", "HOME", "/root"));
        for (String variable : variables) {
            environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        return environment;
    }

    @Test
    void withNothingSetEverythingHasItsDefault() {
        assertThat(load())
                .isEqualTo(new Settings(
                        home.resolve("config/articles"),
                        home.resolve("data"),
                        new Settings.Fetch(false, Duration.ofSeconds(20)),
                        null,
                        new Settings.Model(
                                Settings.Provider.NONE,
                                null,
                                null,
                                null,
                                Duration.ofSeconds(30),
                                1024,
                                16_000,
                                null,
                                null),
                        new Settings.Gate(null, false),
                        new Settings.Telegram(
                                null,
                                URI.create("https://api.telegram.org"),
                                Settings.TelegramMode.POLLING,
                                null,
                                null,
                                "127.0.0.1",
                                8443),
                        new Settings.FairUse(30, 60, 3_000),
                        new Settings.Storage(null, null, null),
                        new Settings.Desk(8080, "127.0.0.1", null, false, false),
                        Set.of(),
                        Set.of(),
                        new Settings.Privacy(Duration.ofDays(90), null)));
    }

    @Test
    void everyKeyCanBeSetInTheFileAndEverySecretInTheEnvironment() throws IOException {
        file("""
            article: {path: news/one.txt}
            data-dir: /var/lib/x
            fetch: {allow-private: true, timeout: 3s}
            encoder:
              multilingual-path: models/many
              multilingual-question-prefix: "query:"
              multilingual-passage-prefix: "passage:"
              multilingual-pooling: first
            model:
              provider: openai
              base-url: http://localhost:8000/v1
              name: some-model
              timeout: 5s
              max-output-tokens: 77
              max-input-tokens: 4000
              daily-budget: 2.50
              daily-budget-per-reader: 0.25
            gate: {entailment-model: models/nli.onnx, judge: true}
            telegram:
              api-url: http://127.0.0.1:8081/
              mode: webhook
              webhook-url: https://bot.example.org/t
              webhook-bind: 0.0.0.0
              webhook-port: 0
            fair-use: {per-reader: 1, per-group: 2, overall: 3}
            storage:
              url: jdbc:postgresql://db.example.org/footnote?sslmode=require
              user: ann
            desk: {port: 0, bind: "::1", public-url: "https://desk.example.org", behind-proxy: true}
            moderators: [7, 8]
            administrators:
              - 9
            privacy: {retention: 12h}
            """);
        assertThat(load(
                        "FOOTNOTE_MODEL_API_KEY=k1",
                        "FOOTNOTE_TELEGRAM_TOKEN=1:a-B_c",
                        "FOOTNOTE_TELEGRAM_WEBHOOK_SECRET=w-1",
                        "FOOTNOTE_STORAGE_PASSWORD=p w",
                        "FOOTNOTE_PRIVACY_KEY=k2"))
                .isEqualTo(new Settings(
                        home.resolve("news/one.txt"),
                        Path.of("/var/lib/x"),
                        new Settings.Fetch(true, Duration.ofSeconds(3)),
                        new Settings.MultilingualEncoder(
                                home.resolve("models/many"), "query:", "passage:", Settings.Pooling.FIRST),
                        new Settings.Model(
                                Settings.Provider.OPENAI,
                                URI.create("http://localhost:8000/v1"),
                                "some-model",
                                new Secret("k1"),
                                Duration.ofSeconds(5),
                                77,
                                4_000,
                                new BigDecimal("2.50"),
                                new BigDecimal("0.25")),
                        new Settings.Gate(home.resolve("models/nli.onnx"), true),
                        new Settings.Telegram(
                                new Secret("1:a-B_c"),
                                URI.create("http://127.0.0.1:8081"),
                                Settings.TelegramMode.WEBHOOK,
                                URI.create("https://bot.example.org/t"),
                                new Secret("w-1"),
                                "0.0.0.0",
                                0),
                        new Settings.FairUse(1, 2, 3),
                        new Settings.Storage(
                                "jdbc:postgresql://db.example.org/footnote?sslmode=require", "ann", new Secret("p w")),
                        new Settings.Desk(0, "::1", URI.create("https://desk.example.org"), true, false),
                        Set.of(7L, 8L),
                        Set.of(9L),
                        new Settings.Privacy(Duration.ofHours(12), new Secret("k2"))));
    }

    static List<SettingKey<?>> keys() {
        return SettingKey.ALL;
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theEnvironmentReachesEveryKeyAndWinsOverTheFile(SettingKey<?> key) throws IOException {
        if (!key.secret()) {
            file("\"" + key.name() + "\": in the file\n");
        }
        String wrong = "not \u0007 allowed"; // a control character is allowed nowhere
        assertProblems(key.variable() + "=" + wrong)
                .singleElement()
                .asString()
                .startsWith(key.name() + " must be " + key.type().allowed())
                .doesNotContain("in the file");
    }

    @Test
    void aDottedKeyOnOneLineMeansItsSections() throws IOException {
        file("model.name: a\nmodel.timeout: 2m\n");
        assertThat(load().model().timeout()).isEqualTo(Duration.ofMinutes(2));
        file("model.name: a\nmodel:\n  name: b\n");
        assertProblems().containsExactly("model.name stands in config/footnote.yaml twice: keep one.");
    }

    @Test
    void emptyMeansNotSet() throws IOException {
        Settings defaults = load();
        file("model:\n  timeout:\n  name: ''\ntelegram:\nmoderators: []\n");
        assertThat(load("FOOTNOTE_DESK_PORT=", "FOOTNOTE_MODEL_API_KEY= ", "FOOTNOTE_CONFIG="))
                .isEqualTo(defaults);
    }

    @Test
    void aValueIsTakenAsItIsWritten() throws IOException {
        file("model:\n  name: a${user.home}, b\\c\n");
        assertThat(load().model().name()).isEqualTo("a${user.home}, b\\c");
    }

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "5s,PT5S", "2m,PT2M"})
    void timesAreWrittenWithTheirUnit(String written, Duration expected) {
        assertThat(load("FOOTNOTE_MODEL_TIMEOUT=" + written).model().timeout()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "FOOTNOTE_MODEL_TIMEOUT, 1ms, 10m, 0s, 601s",
        "FOOTNOTE_PRIVACY_RETENTION, 1s, 36500d, 999ms, 36501d",
        "FOOTNOTE_MODEL_MAX_OUTPUT_TOKENS, 1, 1000000, 0, 1000001",
        "FOOTNOTE_DESK_PORT, 0, 65535, -1, 65536",
        "FOOTNOTE_MODEL_MAX_INPUT_TOKENS, 100, 2000000, 99, 2000001",
        "FOOTNOTE_MODEL_DAILY_BUDGET, 0, 999999.99, -0.01, 1000000",
        "FOOTNOTE_MODEL_DAILY_BUDGET_PER_READER, 0, 999999.99, -0.01, 1000000",
        "FOOTNOTE_MODERATORS, 1, '1, 999999999999999999', 0, '1,,2'"
    })
    void limitsHoldAtThemAndOnePastThem(String variable, String least, String most, String below, String above) {
        load(variable + "=" + least);
        load(variable + "=" + most);
        assertProblems(variable + "=" + below).hasSize(1);
        assertProblems(variable + "=" + above).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "FOOTNOTE_MODEL_PROVIDER, mistral",
        "FOOTNOTE_MODEL_PROVIDER, OpenAI",
        "FOOTNOTE_MODEL_TIMEOUT, 5",
        "FOOTNOTE_MODEL_TIMEOUT, 5 s",
        "FOOTNOTE_MODEL_TIMEOUT, -5s",
        "FOOTNOTE_MODEL_TIMEOUT, 99999999999999999999d",
        "FOOTNOTE_PRIVACY_RETENTION, 90days",
        "FOOTNOTE_TELEGRAM_API_URL, api.telegram.org",
        "FOOTNOTE_TELEGRAM_API_URL, ftp://api.telegram.org",
        "FOOTNOTE_TELEGRAM_API_URL, https://api.telegram.org/bot",
        "FOOTNOTE_TELEGRAM_API_URL, https://ann:pw@api.telegram.org",
        "FOOTNOTE_TELEGRAM_API_URL, https://api.telegram.org:65536",
        "FOOTNOTE_MODEL_BASE_URL, http://",
        "FOOTNOTE_MODEL_BASE_URL, https://example.org/v1?key=x",
        "FOOTNOTE_TELEGRAM_TOKEN, 1:a/b",
        "FOOTNOTE_STORAGE_URL, jdbc:mysql://host/db",
        "FOOTNOTE_STORAGE_URL, jdbc:sqlite::memory:",
        "FOOTNOTE_STORAGE_URL, jdbc:sqlite:x?mode=memory",
        "FOOTNOTE_STORAGE_URL, jdbc:postgresql://h/db?user=a&password=b",
        "FOOTNOTE_STORAGE_URL, jdbc:postgresql://a:b@h/db",
        "FOOTNOTE_DESK_PORT, 80.5",
        "FOOTNOTE_DESK_BIND, a b",
        "FOOTNOTE_DESK_BEHIND_PROXY, yes",
        "FOOTNOTE_MODERATORS, ann"
    })
    void whatIsNotAllowedIsRefusedWithWhatIs(String variable, String value) {
        SettingKey<?> key = SettingKey.ALL.stream()
                .filter(one -> one.variable().equals(variable))
                .findFirst()
                .orElseThrow();
        String got = key.type().shown() ? ", got “" + value + "”" : "";
        assertProblems(variable + "=" + value)
                .containsExactly(key.name() + " must be " + key.type().allowed() + got + ".");
    }

    @Test
    void allProblemsAreToldAtOnce() throws IOException {
        file("""
            modle: {name: x}
            model: {provider: mistral, api-key: sk-12345}
            desk: {port: [1, 2]}
            colour: red
            telegram: on
            """);
        assertProblems("FOOTNOTE_DESK_PROT=1", "FOOTNOTE_XYZZY=1", "FOOTNOTE_MODEL_TIMEOUT=soon")
                .containsExactlyInAnyOrder(
                        "“FOOTNOTE_DESK_PROT” is no variable of this program: did you mean FOOTNOTE_DESK_PORT?",
                        "“FOOTNOTE_XYZZY” is no variable of this program: docs/configuration.md lists them all.",
                        "“modle.name” in config/footnote.yaml is no key: did you mean model.name?",
                        "“colour” in config/footnote.yaml is no key: docs/configuration.md lists them all.",
                        "telegram in config/footnote.yaml is a section: indent its keys beneath it.",
                        "model.api-key is a secret and must not stand in config/footnote.yaml: set"
                                + " FOOTNOTE_MODEL_API_KEY, or FOOTNOTE_MODEL_API_KEY_FILE to a file that holds it.",
                        "model.provider must be one of none, openai, anthropic, gemini, ollama, got “mistral”.",
                        "model.timeout must be a time from 1ms to 10m, such as 500ms, 5s, 2m, 12h or 90d, got “soon”.",
                        "desk.port must be a whole number from 0 to 65535, got “1,2”.");
    }

    @Test
    void aKeyWithoutItsSectionIsRecognised() throws IOException {
        file("api-url: x\n");
        assertProblems().containsExactly("“api-url” in config/footnote.yaml is no key: did you mean telegram.api-url?");
    }

    @Test
    void aProviderNeedsANameAndAKeyUnlessTheServerIsOnesOwn() {
        assertProblems("FOOTNOTE_MODEL_PROVIDER=anthropic")
                .containsExactly(
                        "model.name is missing, and model.provider is anthropic: set it.",
                        "model.api-key is missing, and model.provider is anthropic and model.base-url is not set: set"
                                + " FOOTNOTE_MODEL_API_KEY or FOOTNOTE_MODEL_API_KEY_FILE.");
        load("FOOTNOTE_MODEL_PROVIDER=ollama", "FOOTNOTE_MODEL_NAME=m");
        load("FOOTNOTE_MODEL_PROVIDER=openai", "FOOTNOTE_MODEL_NAME=m", "FOOTNOTE_MODEL_BASE_URL=http://localhost:1");
    }

    @Test
    void aWebhookNeedsItsAddressAndSecret() {
        assertProblems("FOOTNOTE_TELEGRAM_MODE=webhook")
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("telegram.mode is webhook"));
    }

    @Test
    void aSecretMayStandInAFileOfItsOwn() throws IOException {
        Files.writeString(home.resolve("token"), "  1:abc\n");
        assertThat(load("FOOTNOTE_TELEGRAM_TOKEN_FILE=token").telegram().token())
                .isEqualTo(new Secret("1:abc"));
    }

    @Test
    void aSecretFileThatCannotServeIsNamedByItsVariable() throws IOException {
        Files.writeString(home.resolve("empty"), " \n");
        Files.write(home.resolve("large"), new byte[(1 << 16) + 1]);
        Files.write(home.resolve("binary"), new byte[] {(byte) 0xff, 0});
        Files.writeString(home.resolve("lines"), "two\nlines");
        Files.writeString(home.resolve("good"), "k");
        assertProblems(
                        "FOOTNOTE_TELEGRAM_TOKEN_FILE=missing",
                        "FOOTNOTE_MODEL_API_KEY_FILE=empty",
                        "FOOTNOTE_STORAGE_PASSWORD_FILE=large",
                        "FOOTNOTE_PRIVACY_KEY=k",
                        "FOOTNOTE_PRIVACY_KEY_FILE=good",
                        "FOOTNOTE_TELEGRAM_WEBHOOK_SECRET_FILE=lines")
                .containsExactlyInAnyOrder(
                        "FOOTNOTE_TELEGRAM_TOKEN_FILE names a file that cannot be read as text: check its name and its"
                                + " rights.",
                        "FOOTNOTE_MODEL_API_KEY_FILE names an empty file: put the secret into it.",
                        "FOOTNOTE_STORAGE_PASSWORD_FILE names a file of more than 65536 bytes: name one that holds the"
                                + " secret alone.",
                        "FOOTNOTE_PRIVACY_KEY and FOOTNOTE_PRIVACY_KEY_FILE are both set: set one of them.",
                        "telegram.webhook-secret must be 1 to 256 of A-Z, a-z, 0-9, _ and -.");
        assertProblems("FOOTNOTE_TELEGRAM_TOKEN_FILE=binary").hasSize(1);
        assertProblems("FOOTNOTE_TELEGRAM_TOKEN_FILE=.").hasSize(1);
    }

    @Test
    void onlySecretsMayStandInFilesOfTheirOwn() {
        assertProblems("FOOTNOTE_MODEL_NAME_FILE=x")
                .containsExactly("FOOTNOTE_MODEL_NAME_FILE would name a file, which only secrets may: set"
                        + " FOOTNOTE_MODEL_NAME itself.");
    }

    @Test
    void aSecretPrintsAsStars() {
        assertThat(load("FOOTNOTE_TELEGRAM_TOKEN=1:abc", "FOOTNOTE_STORAGE_PASSWORD=hunter2")
                        .toString())
                .contains("***")
                .doesNotContain("1:abc", "hunter2");
    }

    @Test
    void anotherFileCanBeNamed() throws IOException {
        file("model: {timeout: 1s}");
        Files.writeString(home.resolve("other.yaml"), "model: {timeout: 2s}");
        assertThat(load("FOOTNOTE_CONFIG=other.yaml", "FOOTNOTE_HOME=" + home)
                        .model()
                        .timeout())
                .isEqualTo(Duration.ofSeconds(2));
        assertProblems("FOOTNOTE_CONFIG=missing.yaml")
                .containsExactly(
                        "FOOTNOTE_CONFIG names “missing.yaml”, which does not exist: correct it, or unset it for"
                                + " config/footnote.yaml.");
    }

    @Test
    void aSqliteFileIsRelativeToTheHomeFolder() {
        assertThat(load("FOOTNOTE_STORAGE_URL=jdbc:sqlite:db/x.db").storage().url())
                .isEqualTo("jdbc:sqlite:" + home.resolve("db/x.db"));
    }

    @Test
    void systemPropertiesDoNotCount() {
        String before = System.setProperty("desk.port", "1");
        try {
            assertThat(load().desk().port()).isEqualTo(8080);
        } finally {
            if (before == null) {
                System.clearProperty("desk.port");
            } else {
                System.setProperty("desk.port", before);
            }
        }
    }
}
