package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that explains the architecture, against the rules and the tests it names. */
final class ArchitecturePageTest {
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern RULE = Pattern.compile("=\\s*knowsOfOurs\\(([^)]*)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern NAME = Pattern.compile("[a-z]+");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT|Contract))`");

    @Test
    void theTableOfPackagesSaysWhatTheRulesHold() throws IOException {
        Map<String, Set<String>> rules = new TreeMap<>();
        RULE.matcher(Files.readString(TESTS.resolve("io/footnote/ArchitectureTest.java")))
                .results()
                .map(rule -> rule.group(1).split(","))
                .forEach(names -> rules.put(
                        names[0].strip().replace("\"", ""),
                        names(String.join(" ", names).substring(names[0].length()))));
        rules.put("cli", Set.of("all"));
        Map<String, Set<String>> rows = new TreeMap<>();
        ROW.matcher(page()).results().forEach(row -> rows.put(row.group(1), names(row.group(2))));
        assertThat(rows).isEqualTo(rules);
    }

    @Test
    void everyTestItNamesExists() throws IOException {
        Set<String> named = TEST.matcher(page())
                .results()
                .map(test -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty();
        try (Stream<Path> files = Files.walk(TESTS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".java", "")))
                    .containsAll(named);
        }
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/architecture.md"));
    }
}
