package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.CitationGate;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();
    private static final Annotator ANNOTATOR = new Annotator(Lexicon.english());

    private final List<AnswerTrace> log = new ArrayList<>();

    private AnswerTrace overview(Overview kind, String text) {
        Article article = new ArticleReader(SPLITTER).fromText("test", "The harbour wall", text);
        CitationGate gate = new CitationGate(ANNOTATOR, SPLITTER::split);
        AnswerLog keeping = new AnswerLog() {
            @Override
            public void record(AnswerTrace trace) {
                log.add(trace);
            }

            @Override
            public void recordShown(ShownSoFar shown) {}
        };
        Summarizer summarizer = new Summarizer(sentence -> new float[] {1}, gate);
        return new Overviews(summarizer, ANNOTATOR, gate, keeping, InstantSource.fixed(NOON), () -> "id1")
                .of(kind, Question.of("/" + kind.engine(), NOON), article);
    }

    private static List<String> texts(AnswerTrace trace) {
        return ((Grounded) trace.answer())
                .statements().stream()
                        .map(CheckedStatement::statement)
                        .map(statement -> statement.text())
                        .toList();
    }

    @Test
    void aSummaryIsAnAnswerInTheLogWhoseStatementsCiteTheArticle() {
        AnswerTrace trace = overview(
                Overview.SUMMARY,
                "The council of Marlow Bay voted on Monday to rebuild the old harbour wall."
                        + " Engineers found forty cracks along the whole length of the wall."
                        + " The works will cost nine million dollars, said the mayor of the town.");

        assertThat(log).containsExactly(trace);
        assertThat(texts(trace)).hasSize(3);
        assertThat(((Grounded) trace.answer()).sources()).hasSize(3);
        assertThat(Overview.of(trace.answer())).contains(Overview.SUMMARY);
    }

    @Test
    void aTimelineGoesByTimeAndEventsOfOneSentenceShareItsSource() {
        AnswerTrace trace = overview(
                Overview.TIMELINE,
                "The harbour wall was repaired in 1931. The wall was built in 1874 and raised in 1899.");

        assertThat(texts(trace))
                .containsExactly(
                        "1874: The wall was built in 1874 and raised in 1899.",
                        "1899: The wall was built in 1874 and raised in 1899.",
                        "1931: The harbour wall was repaired in 1931.");
        Grounded grounded = (Grounded) trace.answer();
        assertThat(grounded.statements().stream().map(grounded::markersOf))
                .containsExactly(List.of(1), List.of(1), List.of(2));
        assertThat(grounded.sources()).extracting(Source::sentence).containsExactly(2, 1);
    }

    @Test
    void ofMoreEventsThanTheMostTheFirstAreShown() {
        String text = IntStream.rangeClosed(1, Overviews.MAX_EVENTS + 1)
                .mapToObj(n -> "The wall was raised again in " + (1800 + n) + ".")
                .collect(Collectors.joining(" "));

        assertThat(texts(overview(Overview.TIMELINE, text)))
                .hasSize(Overviews.MAX_EVENTS)
                .first()
                .isEqualTo("1801: The wall was raised again in 1801.");
    }

    @Test
    void anArticleThatDatesNothingHasNoTimeline() {
        AnswerTrace trace = overview(Overview.TIMELINE, "The harbour wall is long. Nobody knows its age.");

        assertThat(trace.answer()).isInstanceOf(Abstained.class);
        assertThat(Overview.of(trace.answer())).contains(Overview.TIMELINE);
        assertThat(log).containsExactly(trace);
    }
}
