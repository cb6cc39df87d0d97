package io.footnote.cli;

import static io.footnote.cli.FootnoteProcess.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A configuration with mistakes in it: every one is told at once, and nothing is begun. */
final class BadConfigurationIT {
    @TempDir
    private static Path temporary;

    private static Path file(String yaml) throws IOException {
        return Files.writeString(temporary.resolve("footnote.yaml"), yaml);
    }

    private static FootnoteHere configured(String yaml) throws IOException {
        return FootnoteHere.on(temporary.resolve("data")).with("FOOTNOTE_CONFIG", file(yaml));
    }

    @Test
    void everyProblemIsToldAtOnce() throws Exception {
        Path file = file("""
            modle:
              provider: none
            model:
              provider: bogus
              api-key: sk-0123456789
              timeout: -3
            desk:
              port: 99999
            """);
        FootnoteProcess.Outcome outcome = FootnoteProcess.on(temporary.resolve("data"))
                .with("FOOTNOTE_CONFIG", file)
                .with("FOOTNOTE_PRIVACY_RETENTION", "soon")
                .with("FOOTNOTE_COLOUR", "red")
                .run("ask", QUESTION);
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .hasSize(7)
                .allMatch(line -> line.startsWith("footnote: ") && (line.endsWith(".") || line.endsWith("?")))
                .anyMatch(line -> line.contains("modle.provider") && line.contains("did you mean model.provider?"))
                .anyMatch(line -> line.contains("model.provider must be one of none, openai"))
                .anyMatch(line -> line.contains("model.api-key is a secret"))
                .anyMatch(line -> line.contains("model.timeout must be a time"))
                .anyMatch(line -> line.contains("desk.port must be a whole number from 0 to 65535"))
                .anyMatch(line -> line.contains("privacy.retention must be"))
                .anyMatch(line -> line.contains("FOOTNOTE_COLOUR"));
        assertThat(outcome.err()).doesNotContain("sk-0123456789");
        assertThat(temporary.resolve("data")).doesNotExist();
    }

    @Test
    void brokenYamlIsTold() throws Exception {
        configured("model: {provider: [none\n").run("ask", QUESTION).fails(1, "is not valid YAML at line");
    }

    @Test
    void aSecretInTheFileIsRefusedAndNotRepeated() throws Exception {
        FootnoteProcess.Outcome outcome = configured("telegram: {token: '123:secret'}\n")
                .run("log", "list")
                .fails(1, "telegram.token is a secret", "FOOTNOTE_TELEGRAM_TOKEN");
        assertThat(outcome.err()).doesNotContain("123:secret");
    }

    @Test
    void aConfigurationThatIsNotThereIsTold() throws Exception {
        FootnoteHere.on(temporary.resolve("data"))
                .with("FOOTNOTE_CONFIG", temporary.resolve("nowhere.yaml"))
                .run("ask", QUESTION)
                .fails(1, "FOOTNOTE_CONFIG names", "nowhere.yaml", "does not exist");
    }

    @Test
    void theDoctorTellsEveryProblemOnALineOfItsOwn() throws Exception {
        FootnoteProcess.Outcome outcome =
                configured("desk: {port: x}\nmodel: {provider: y}\n").run("doctor");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines().filter(line -> line.startsWith("FAILS configuration")))
                .hasSize(2)
                .anyMatch(line -> line.contains("desk.port must be"))
                .anyMatch(line -> line.contains("model.provider must be"));
    }
}
