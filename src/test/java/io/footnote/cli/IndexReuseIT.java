package io.footnote.cli;

import static io.footnote.cli.FootnoteProcess.ANSWER;
import static io.footnote.cli.FootnoteProcess.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index is reused at the next start, and losing it costs only time. */
final class IndexReuseIT {
    private static final Pattern INDEXED = Pattern.compile("index=\\S+ articles=1 sentences=(\\d+) encoded=(\\d+)");
    private static final String ANEW = "footnote: There is no index yet. It is made anew from the articles.";

    @TempDir
    private Path temporary;

    @Test
    void anArticleIsEncodedOnceUntilTheIndexIsLost() throws Exception {
        Path data = temporary.resolve("data");
        FootnoteProcess.Outcome first = askVerbosely(data);
        assertThat(encoded(first)).isPositive().isEqualTo(sentences(first));
        assertThat(first.err().lines()).containsOnlyOnce(ANEW);

        FootnoteProcess.Outcome second = askVerbosely(data);
        assertThat(encoded(second)).isZero();
        assertThat(sentences(second)).isEqualTo(sentences(first));
        assertThat(second.err()).doesNotContain("made anew");
        assertThat(second.out()).isEqualTo(first.out());

        Path renamed = temporary.resolve("renamed.txt");
        try (Stream<Path> articles = Files.list(FootnoteProcess.ROOT.resolve("config/articles"))) {
            Files.copy(articles.findFirst().orElseThrow(), renamed);
        }
        assertThat(encoded(askVerbosely(data, "--article", renamed.toString()))).isZero();

        delete(data.resolve("index"));
        FootnoteProcess.Outcome third =
                FootnoteProcess.on(data).run("ask", QUESTION).succeeds();
        assertThat(third.err()).isEqualTo(ANEW + "\n");
        assertThat(third.out()).isEqualTo(first.out());
        assertThat(FootnoteProcess.on(data).run("log", "list").succeeds().out().lines())
                .hasSize(4);
    }

    private static FootnoteProcess.Outcome askVerbosely(Path data, String... options) throws Exception {
        String[] arguments = Stream.of(List.of("ask", "--verbose"), List.of(options), List.of(QUESTION))
                .flatMap(List::stream)
                .toArray(String[]::new);
        FootnoteProcess.Outcome outcome =
                FootnoteProcess.on(data).run(arguments).succeeds();
        assertThat(outcome.out()).contains(ANSWER);
        return outcome;
    }

    private static int sentences(FootnoteProcess.Outcome outcome) {
        return Integer.parseInt(indexed(outcome).group(1));
    }

    private static int encoded(FootnoteProcess.Outcome outcome) {
        return Integer.parseInt(indexed(outcome).group(2));
    }

    private static Matcher indexed(FootnoteProcess.Outcome outcome) {
        Matcher matcher = INDEXED.matcher(outcome.err());
        assertThat(matcher.find()).as(outcome.err()).isTrue();
        return matcher;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
