package io.footnote.evaluation;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What benchmarks ask: an article of a headline and 40 sentences about a town that does not exist, and questions about
 * it. Immutable.
 *
 * @param text the article
 * @param questions all but the last of which it answers
 */
public record BenchmarkSample(String text, List<String> questions) {

    /** Makes the list immutable. */
    public BenchmarkSample {
        questions = List.copyOf(questions);
    }

    /** The sample in the jar. */
    public static BenchmarkSample shipped() {
        return new BenchmarkSample(
                resource("bench-article.txt"),
                resource("bench-questions.txt").lines().toList());
    }

    private static String resource(String name) {
        try (InputStream in =
                requireNonNull(BenchmarkSample.class.getResourceAsStream(name), "the sample is in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
