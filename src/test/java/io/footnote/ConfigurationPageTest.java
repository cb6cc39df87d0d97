package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the file that explain the configuration, against the table of keys. */
class ConfigurationPageTest {
    @TempDir
    Path home;

    private static String row(SettingKey<?> key) {
        String variables = "`" + key.variable() + "`" + (key.secret() ? " or `" + key.fileVariable() + "`" : "");
        String written = key.defaultValue() == null ? "–" : "`" + key.defaultValue() + "`";
        return "| `" + key.name() + "` | " + variables + " | " + written + " | "
                + key.type().allowed() + " | " + key.meaning() + " |";
    }

    @Test
    void thePageListsEveryKeyAsItIs() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `") && line.contains("`FOOTNOTE_"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(
                        SettingKey.ALL.stream().map(ConfigurationPageTest::row).toList());
    }

    @Test
    void thePageNamesTheOtherVariables() throws IOException {
        assertThat(Files.readString(Path.of("docs/configuration.md"))).contains(SettingSources.OTHER_VARIABLES);
    }

    @Test
    void theTableHasEveryConstantOnce() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : SettingKey.class.getDeclaredFields()) {
            if (field.getType() == SettingKey.class) {
                constants.add(field.get(null));
            }
        }
        assertThat(SettingKey.ALL)
                .containsExactlyInAnyOrderElementsOf(constants.stream()
                        .map(constant -> (SettingKey<?>) constant)
                        .collect(Collectors.toList()));
        assertThat(SettingKey.ALL).extracting(SettingKey::variable).doesNotHaveDuplicates();
    }

    @Test
    void theFileThatComesWithTheProgramChangesNothing() throws IOException {
        Path copy = Files.copy(Path.of("config/footnote.yaml"), home.resolve("footnote.yaml"));
        Settings shipped = Settings.load(home, Map.of("FOOTNOTE_CONFIG", copy.toString()));
        assertThat(shipped).isEqualTo(Settings.load(home, Map.of()));
    }

    @Test
    void theFileThatComesWithTheProgramHasEveryKeyWithItsDefault() throws IOException {
        List<String> active = Files.readAllLines(Path.of("config/footnote.yaml")).stream()
                .map(line ->
                        line.matches("( *)# [a-z-]+: \\S+|( *)# [a-z-]+: \\[.*]") ? line.replaceFirst("# ", "") : line)
                .toList();
        Path file = Files.write(home.resolve("footnote.yaml"), active);
        Settings settings =
                Settings.load(home, Map.of("FOOTNOTE_CONFIG", file.toString(), "FOOTNOTE_TELEGRAM_TOKEN", "1:a"));
        assertThat(settings.moderators()).containsExactlyInAnyOrder(1001L, 1002L);

        Map<String, String> written = new YamlConfigSource("test", Files.readString(file)).getProperties();
        TreeSet<String> names = new TreeSet<>();
        for (SettingKey<?> key : SettingKey.ALL) {
            if (!key.secret()) {
                names.add(key.name());
                if (key.defaultValue() != null) {
                    assertThat(written).containsEntry(key.name(), key.defaultValue());
                }
            }
        }
        assertThat(written.keySet().stream().filter(name -> !name.contains("[")))
                .containsExactlyInAnyOrderElementsOf(names);
    }
}
