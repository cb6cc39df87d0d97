package io.footnote.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.DateMention;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import io.footnote.language.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sentences of the project's own article, changed in one place: the gate refuses them, and keeps them unchanged. */
class MutationTest {

    private static final Path ARTICLE = Path.of("config/articles/us-russia-syria-talks.txt");
    private static final List<String> AUXILIARIES =
            List.of(" is ", " are ", " was ", " were ", " has ", " have ", " had ", " would ", " might ");

    private final Annotator annotator = new Annotator(Lexicon.english());
    private final List<String> sentences = new ArrayList<>();

    @BeforeEach
    void readArticle() throws IOException {
        String text = Files.readString(ARTICLE);
        GateFixture.split(text).forEach(span -> sentences.add(span.of(text).strip()));
    }

    @Test
    void untouchedSentencesAreAllSupported() {
        assertThat(sentences).hasSizeGreaterThan(20).allMatch(sentence -> supported(sentence, sentence));
    }

    @Test
    void trimmedSentencesAreSupported() {
        List<String[]> pairs = mutate(sentence -> {
            int comma = sentence.indexOf(", ");
            return comma > 0 ? List.of(sentence.substring(0, comma), sentence.substring(comma + 2)) : List.of();
        });
        assertThat(report("trimmed kept", pairs, true)).isGreaterThanOrEqualTo(.95);
    }

    @Test
    void exchangedNumbersAreRefused() {
        assertThat(report(
                        "number",
                        mutate(sentence -> {
                            AnnotatedText text = annotator.annotate(sentence);
                            List<String> changed = new ArrayList<>();
                            for (Quantity quantity : text.quantities()) {
                                String with = quantity.kind() == Quantity.Kind.ORDINAL ? "fourth" : "seventeen";
                                changed.add(replace(text, quantity.first(), quantity.last(), with));
                            }
                            return changed;
                        }),
                        false))
                .isEqualTo(1.0);
    }

    @Test
    void exchangedNamesAreRefused() {
        List<Name> all = annotator.annotate(String.join(" ", sentences)).names();
        assertThat(report(
                        "name",
                        mutate(sentence -> {
                            AnnotatedText text = annotator.annotate(sentence);
                            List<String> changed = new ArrayList<>();
                            for (Name name : text.names()) {
                                all.stream()
                                        .filter(other -> text.tokens().stream()
                                                .noneMatch(token -> token.key()
                                                        .equals(other.tokens()
                                                                .getLast()
                                                                .key())))
                                        .limit(5)
                                        .forEach(other ->
                                                changed.add(replace(text, name.first(), name.last(), other.text())));
                            }
                            return changed;
                        }),
                        false))
                .isGreaterThanOrEqualTo(.95);
    }

    @Test
    void exchangedDatesAreRefused() {
        assertThat(report(
                        "date",
                        mutate(sentence -> {
                            AnnotatedText text = annotator.annotate(sentence);
                            List<String> changed = new ArrayList<>();
                            for (DateMention date : text.dates()) {
                                changed.add(replace(
                                        text, date.first(), date.last(), date.weekday() > 0 ? "Sunday" : "1987"));
                            }
                            return changed;
                        }),
                        false))
                .isEqualTo(1.0);
    }

    @Test
    void addedNegationsAreRefused() {
        assertThat(report(
                        "negation",
                        mutate(sentence -> AUXILIARIES.stream()
                                .filter(sentence::contains)
                                .map(verb -> sentence.replaceFirst(verb, verb + "not "))
                                .toList()),
                        false))
                .isGreaterThanOrEqualTo(.95);
    }

    private List<String[]> mutate(Function<String, List<String>> mutation) {
        List<String[]> pairs = new ArrayList<>();
        for (String sentence : sentences) {
            mutation.apply(sentence).forEach(changed -> pairs.add(new String[] {changed, sentence}));
        }
        return pairs;
    }

    private static double report(String kind, List<String[]> pairs, boolean keep) {
        long right = pairs.stream()
                .filter(pair -> supported(pair[0], pair[1]) == keep)
                .count();
        pairs.stream()
                .filter(pair -> supported(pair[0], pair[1]) != keep)
                .forEach(pair -> System.out.println("  not so: " + pair[0]));
        System.out.printf("mutation %s: %d of %d%n", kind, right, pairs.size());
        return (double) right / pairs.size();
    }

    private static String replace(AnnotatedText text, int first, int last, String with) {
        return text.text().substring(0, text.tokens().get(first).start())
                + with
                + text.text().substring(text.tokens().get(last).end());
    }

    private static boolean supported(String claim, String sentence) {
        Article article = GateFixture.article(sentence, "Related");
        Statement statement = new Statement(claim, List.of(new Citation(article.id(), 1)));
        return GateFixture.GATE.check(statement, List.of(article)).supported();
    }
}
