package io.footnote;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Where values come from: the environment before the file before the defaults, and nothing else. Tells of every key
 * and variable that does not exist. For one use by one thread.
 */
final class SettingSources {
    /** The file that is read where none is named, under the home folder. */
    static final String DEFAULT_FILE = "config/footnote.yaml";

    /** Variables that are no keys: where the program is, and which file to read. */
    static final Set<String> OTHER_VARIABLES = Set.of("FOOTNOTE_HOME", "FOOTNOTE_CONFIG");

    private static final String CONFIG_VARIABLE = "FOOTNOTE_CONFIG";
    private static final int MAX_FILE_BYTES = 1 << 20;
    private static final int MAX_SECRET_BYTES = 1 << 16;

    private final Path home;
    private final Map<String, String> environment;
    private final Consumer<String> problems;

    /** @param problems told what is wrong, a sentence each */
    SettingSources(Path home, Map<String, String> environment, Consumer<String> problems) {
        this.home = home;
        this.environment = environment;
        this.problems = problems;
    }

    SmallRyeConfig read() {
        // no default sources, interceptors or converters: no system property counts, and ${…} is only text
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(fromEnvironment(), "environment", 300))
                .withSources(new YamlConfigSource(DEFAULT_FILE, fromFile(), 110))
                .withDefaultValues(SettingKey.ALL.stream()
                        .filter(key -> key.defaultValue() != null)
                        .collect(Collectors.toMap(SettingKey::name, key -> String.valueOf(key.defaultValue()))))
                .build();
    }

    private Map<String, String> fromEnvironment() {
        Map<String, String> values = new HashMap<>();
        Set<String> known = new TreeSet<>(OTHER_VARIABLES);
        for (SettingKey<?> key : SettingKey.ALL) {
            known.add(key.variable());
            String value = set(key.variable());
            if (key.secret()) {
                known.add(key.fileVariable());
                String file = set(key.fileVariable());
                if (file != null && value != null) {
                    problems.accept(key.variable() + " and " + key.fileVariable() + " are both set: set one of them.");
                } else if (file != null) {
                    value = contentsOf(file, key.fileVariable());
                }
            }
            if (value != null) {
                values.put(key.name(), value);
            }
        }
        environment.keySet().stream()
                .filter(name -> name.startsWith("FOOTNOTE_") && !known.contains(name))
                .sorted()
                .forEach(name -> problems.accept(unknownVariable(name, known)));
        return values;
    }

    private static String unknownVariable(String name, Set<String> known) {
        String bare = name.replaceFirst("_FILE$", "");
        return known.contains(bare)
                ? name + " would name a file, which only secrets may: set " + bare + " itself."
                : Message.quoted(name) + " is no variable of this program" + Message.suggestion(name, known);
    }

    /** The variable's value; one that is empty counts as not set. */
    private @Nullable String set(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private @Nullable String contentsOf(String file, String variable) {
        try {
            Path path = home.resolve(file);
            if (Files.isRegularFile(path) && Files.size(path) > MAX_SECRET_BYTES) {
                problems.accept(variable + " names a file of more than " + MAX_SECRET_BYTES
                        + " bytes: name one that holds the secret alone.");
                return null;
            }
            String contents = Files.readString(path).strip();
            if (contents.isEmpty()) {
                problems.accept(variable + " names an empty file: put the secret into it.");
                return null;
            }
            return contents;
        } catch (IOException | InvalidPathException e) {
            problems.accept(variable + " names a file that cannot be read as text: check its name and its rights.");
            return null;
        }
    }

    private Map<String, String> fromFile() {
        String named = set(CONFIG_VARIABLE);
        String name = named == null ? DEFAULT_FILE : named;
        Map<String, String> values = new TreeMap<>();
        String text = textOf(name, named != null);
        if (text == null || !wellFormed(text, name)) {
            return values;
        }
        Set<String> known =
                SettingKey.ALL.stream().map(SettingKey::name).collect(Collectors.toCollection(TreeSet::new));
        new YamlConfigSource(name, text).getProperties().forEach((quoted, value) -> {
            String key = quoted.replace("\"", ""); // a dotted key on one line means the same as its sections
            if (value == null || value.isBlank()) {
                if (!known.contains(key) && !isSection(key)) {
                    problems.accept(unknown(key, name, known));
                }
            } else if (isItem(key, known)) {
                return; // the key itself has the whole list
            } else if (!known.contains(key)) {
                problems.accept(unknown(key, name, known));
            } else if (values.put(key, value.strip()) != null) {
                problems.accept(key + " stands in " + name + " twice: keep one.");
            }
        });
        removeSecrets(values, name);
        return values;
    }

    private void removeSecrets(Map<String, String> values, String name) {
        for (SettingKey<?> key : SettingKey.ALL) {
            if (key.secret() && values.remove(key.name()) != null) {
                problems.accept(key.name() + " is a secret and must not stand in " + name + ": set " + key.variable()
                        + ", or " + key.fileVariable() + " to a file that holds it.");
            }
        }
    }

    private static boolean isSection(String key) {
        return SettingKey.ALL.stream().anyMatch(known -> known.name().startsWith(key + "."));
    }

    private static boolean isItem(String key, Set<String> known) {
        int bracket = key.indexOf('[');
        return bracket > 0 && known.contains(key.substring(0, bracket)) && key.endsWith("]");
    }

    private static String unknown(String key, String file, Set<String> known) {
        return isSection(key)
                ? key + " in " + file + " is a section: indent its keys beneath it."
                : Message.quoted(key) + " in " + file + " is no key" + Message.suggestion(key, known);
    }

    private @Nullable String textOf(String name, boolean named) {
        try {
            Path path = home.resolve(name);
            if (Files.notExists(path)) {
                if (named) {
                    problems.accept(CONFIG_VARIABLE + " names " + Message.quoted(name)
                            + ", which does not exist: correct it, or unset it for " + DEFAULT_FILE + ".");
                }
                return null;
            }
            if (Files.isDirectory(path)) {
                problems.accept(Message.quoted(name) + " is a folder: the configuration must be a YAML file.");
                return null;
            }
            if (Files.size(path) > MAX_FILE_BYTES) {
                problems.accept(Message.quoted(name) + " has more than " + MAX_FILE_BYTES
                        + " bytes: the configuration must be a YAML file of fewer.");
                return null;
            }
            return Files.readString(path);
        } catch (CharacterCodingException e) {
            problems.accept(Message.quoted(name) + " is not UTF-8: save it as UTF-8.");
        } catch (IOException | InvalidPathException e) {
            problems.accept(Message.quoted(name) + " cannot be read: check its name and its rights.");
        }
        return null;
    }

    /** Whether it is one YAML mapping; SmallRye alone would let the last of two equal keys win. */
    private boolean wellFormed(String text, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object root = new Yaml(new SafeConstructor(options)).load(text);
            if (root != null && !(root instanceof Map)) {
                problems.accept(name + " holds no keys: write them as key: value.");
            }
            return root instanceof Map;
        } catch (DuplicateKeyException e) {
            problems.accept(name + " has the same key twice" + line(e) + ": keep one.");
        } catch (MarkedYAMLException e) {
            problems.accept(name + " is not valid YAML" + line(e) + ": " + Message.clause(e.getProblem()) + ".");
        } catch (YAMLException e) {
            problems.accept(name + " is not valid YAML: it holds a character that YAML does not allow.");
        }
        return false;
    }

    private static String line(MarkedYAMLException thrown) {
        return thrown.getProblemMark() == null
                ? ""
                : " at line " + (thrown.getProblemMark().getLine() + 1);
    }
}
