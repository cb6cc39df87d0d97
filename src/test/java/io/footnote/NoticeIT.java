package io.footnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The notices against the libraries that the build puts beside the program. */
final class NoticeIT {
    private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^-]*(?:-[^-]+)?\\.jar");
    private static final Pattern ENTRY = Pattern.compile("- ([^:]+): .+; https?://\\S+.*");

    @Test
    void everyLibraryThatShipsIsNamedAndNothingElse() throws IOException {
        assertThat(named())
                .as("artifacts in NOTICE; after removing a library, run mvn clean")
                .isEqualTo(shipped());
    }

    @Test
    void everyEntryNamesItsArtifactsHolderAndHomePage() throws IOException {
        assertThat(entries()).isNotEmpty().allMatch(line -> ENTRY.matcher(line).matches());
    }

    private static Set<String> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/lib"))) {
            return files.map(file -> artifactOf(file.getFileName().toString()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String artifactOf(String jar) {
        Matcher matcher = JAR.matcher(jar);
        assertThat(matcher.matches()).as(jar + " is named ARTIFACT-VERSION.jar").isTrue();
        return matcher.group(1);
    }

    private static Set<String> named() throws IOException {
        return entries().stream()
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .flatMap(entry -> Stream.of(entry.group(1).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> entries() throws IOException {
        return Files.readAllLines(Path.of("NOTICE")).stream()
                .filter(line -> line.startsWith("- "))
                .toList();
    }
}
