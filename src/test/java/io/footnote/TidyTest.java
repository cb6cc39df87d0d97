package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository itself: what stands in it, and what must not. */
final class TidyTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    /** What the top level holds; a newcomer should be able to take it in at a glance. */
    private static final Set<String> TOP = Set.of(
            "pom.xml",
            "src",
            "prompts",
            "config",
            "README.md",
            "footnote",
            ".ci",
            "docs",
            "LICENSE",
            "NOTICE",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            ".gitignore");

    /** What tools and runs leave beside it. */
    private static final Set<String> UNTRACKED = Set.of(".git", "target", "data", ".idea", ".vscode", ".mvn");

    private static final int MAX_LINES = 400;

    private static final Pattern ABSOLUTE_PATH = Pattern.compile("(^|[^A-Za-z0-9_./])/(work|home|Users|farm)/[a-z]");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile("@(Dis" + "abled|Ign" + "ore)\\b");
    private static final Pattern TRAILING_SPACE = Pattern.compile("[ \\t]+$");

    @Test
    void theTopLevelHoldsWhatItShould() throws IOException {
        try (Stream<Path> entries = Files.list(ROOT)) {
            assertThat(entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !UNTRACKED.contains(name) && !name.endsWith(".iml")))
                    .isSubsetOf(TOP);
        }
    }

    @Test
    void noFileSaysWhatItMustNot() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("")) {
            List<String> lines = linesOf(file);
            for (int index = 0; index < lines.size(); index++) {
                String line = lines.get(index);
                boolean markdown = file.toString().endsWith(".md");
                if (ABSOLUTE_PATH.matcher(line).find()
                        || UNFINISHED.matcher(line).find()
                        || SWITCHED_OFF.matcher(line).find()
                        || (!markdown && TRAILING_SPACE.matcher(line).find())) {
                    found.add(ROOT.relativize(file) + ":" + (index + 1) + ": " + line.strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everySourceFileFitsAReader() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/java")) {
            int lines = linesOf(file).size();
            if (lines > MAX_LINES) {
                found.add(ROOT.relativize(file) + " has " + lines + " lines, the most is " + MAX_LINES);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/main/java")) {
            Path description = file.resolveSibling("package-info.java");
            if (!Files.exists(description) || !Files.readString(description).contains("@NullMarked")) {
                found.add(ROOT.relativize(file.getParent()).toString());
            }
        }
        assertThat(found).isEmpty();
    }

    /** A contract is the abstract part that the tests of several implementations share. */
    @Test
    void everyTestIsNamedSoThatItRuns() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files("src/test/java")) {
            String name = file.getFileName().toString();
            boolean hasTests = linesOf(file).stream()
                    .anyMatch(line -> line.strip().matches("@(Test|ParameterizedTest.*|RepeatedTest.*|ArchTest)"));
            if (hasTests && !name.matches(".*(Test|IT|Contract)\\.java")) {
                found.add(ROOT.relativize(file).toString());
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !UNTRACKED.contains(ROOT.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> linesOf(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            // A picture, or a test's deliberately odd bytes.
            return List.of();
        }
    }
}
