package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the configuration's file may look like. */
class SettingsFileTest {
    @TempDir
    Path home;

    private void file(String yaml) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/footnote.yaml"), yaml);
    }

    private List<String> problems(Map<String, String> environment) {
        SettingsException thrown =
                catchThrowableOfType(SettingsException.class, () -> Settings.load(home, environment));
        return thrown == null ? List.of() : thrown.problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "model:\\n  name: 'a\\nb: c\\n | is not valid YAML at line 4: “found unexpected end of stream”.",
                "a: b\\n\\tc: d\\n        | is not valid YAML at line 2:",
                "model: {name: a\\n       | is not valid YAML at line 2:",
                "desk:\\ndesk:\\n         | has the same key twice at line 2: keep one.",
                "only words\\n            | holds no keys: write them as key: value.",
                "- a\\n- b\\n             | holds no keys: write them as key: value.",
                "a: !!java.net.URL x\\n   | is not valid YAML at line 1:",
                "a: *b\\n                 | is not valid YAML at line 1:",
                "desk:\\n---\\nmodel:\\n  | is not valid YAML at line 2:",
            })
    void brokenYamlIsExplainedWithItsLine(String yaml, String expected) throws IOException {
        file(yaml.strip().replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(problems(Map.of("FOOTNOTE_DESK_PORT", "x")))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("config/footnote.yaml " + expected.strip()))
                .anySatisfy(problem -> assertThat(problem).startsWith("desk.port must be"));
    }

    @Test
    void aFileThatIsNoTextIsExplained() throws IOException {
        file("");
        Path file = home.resolve("config/footnote.yaml");
        Files.write(file, "model: {name: é}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems(Map.of())).containsExactly("“config/footnote.yaml” is not UTF-8: save it as UTF-8.");
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThat(problems(Map.of()))
                .containsExactly("“config/footnote.yaml” has more than 1048576 bytes: the configuration must be a YAML"
                        + " file of fewer.");
        Files.writeString(file, "a: \0");
        assertThat(problems(Map.of()))
                .containsExactly(
                        "config/footnote.yaml is not valid YAML: it holds a character that YAML does not" + " allow.");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(problems(Map.of()))
                .containsExactly("“config/footnote.yaml” is a folder: the configuration must be a YAML file.");
    }

    @Test
    void anEmptyFileMeansTheDefaults() throws IOException {
        Settings defaults = Settings.load(home, Map.of());
        file("# nothing\n");
        assertThat(Settings.load(home, Map.of())).isEqualTo(defaults);
        file("\uFEFFdesk: {port: 1}\n");
        assertThat(Settings.load(home, Map.of()).desk().port()).isEqualTo(1);
    }
}
