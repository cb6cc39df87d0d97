package io.footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.footnote.article.Article;
import io.footnote.article.ArticleReader;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.language.Annotator;
import io.footnote.language.Encoder;
import io.footnote.language.Lexicon;
import io.footnote.language.SentenceSplitter;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SentenceRanker;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswererTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();
    private static final Article HARBOUR = new ArticleReader(SPLITTER)
            .fromText(
                    "test",
                    "Harbour works",
                    "The harbour was dredged in spring. Two cranes were moved to the north quay. "
                            + "The mayor, Ines Odum, said that the work had cost nine million crowns.");
    private static final Drafter EMBEDDED = new ExtractiveDrafter();
    private static final Question COST = Question.of("Who said that the work had cost nine million crowns?", NOON);

    @TempDir
    private static Path cache;

    private static Encoder encoder;

    private final AnswerLog log = mock(AnswerLog.class);

    @BeforeAll
    static void load() {
        encoder = Encoder.load(cache);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    private Answerer answerer(Drafter drafter) {
        return answerer(drafter, Corrections.NONE);
    }

    private Answerer answerer(Drafter drafter, Corrections corrections) {
        return new Answerer(
                new SentenceRanker(SentenceIndex.inMemory(encoder)),
                ReaderLanguage.ofTheArticle(),
                null,
                drafter,
                EMBEDDED,
                new CitationGate(new Annotator(Lexicon.english()), SPLITTER::split),
                null,
                corrections,
                log,
                InstantSource.fixed(NOON),
                () -> "id");
    }

    private record Scripted(Draft draft) implements Drafter {
        @Override
        public String engine() {
            return "scripted";
        }

        @Override
        public Draft draft(DraftRequest request, @Nullable Consumer<Statement> written) {
            return draft;
        }
    }

    @Test
    void recordsWhatItReturnsBeforeItReturns() {
        AnswerTrace trace = answerer(EMBEDDED).answer(COST, List.of(HARBOUR));
        verify(log, times(1)).record(trace);
        assertThat(((Grounded) trace.answer()).sources().getFirst().sentence()).isEqualTo(3);
    }

    private static Corrections served(boolean signed, String text, int sentence) {
        return (question, articleIds) ->
                Optional.of(new Correction(question, HARBOUR.id(), List.of(statement(text, sentence)), signed, 1001));
    }

    @Test
    void whatEditorsAnsweredGoesBeforeAnyDraftAndSaysSo() {
        AnswerTrace trace = answerer(
                        new Scripted(new Draft(true, List.of(statement("Two cranes were moved.", 2)), List.of())),
                        served(false, "The harbour was dredged in spring.", 1))
                .answer(COST, List.of(HARBOUR));
        Grounded grounded = (Grounded) trace.answer();
        assertThat(grounded.engine()).isEqualTo(Correction.ENGINE);
        assertThat(grounded.sources()).extracting(Source::sentence).containsExactly(1);
        assertThat(trace.steps()).extracting(Step::kind).containsExactly(Step.Kind.CORRECTED);
        verify(log, times(1)).record(trace);
    }

    @Test
    void whatTheGateRefusesOfTheEditorsIsServedOnlyWhereSomebodySignedForIt() {
        String beyond = "The harbour was dredged for 70 million crowns.";
        assertThat(answerer(EMBEDDED, served(false, beyond, 1))
                        .answer(COST, List.of(HARBOUR))
                        .answer()
                        .engine())
                .isEqualTo(ExtractiveDrafter.ENGINE);
        Grounded signed = (Grounded) answerer(EMBEDDED, served(true, beyond, 1))
                .answer(COST, List.of(HARBOUR))
                .answer();
        assertThat(signed.statements().getFirst().reasons()).contains("signed for by a moderator");
        assertThat(answerer(EMBEDDED, served(true, beyond, 99))
                        .answer(COST, List.of(HARBOUR))
                        .answer()
                        .engine())
                .as("a sentence that does not exist cannot be signed for")
                .isEqualTo(ExtractiveDrafter.ENGINE);
    }

    @Test
    void showsNothingThatCouldNotBeRecorded() {
        doThrow(new IllegalStateException("the disk is full")).when(log).record(any());
        assertThatThrownBy(() -> answerer(EMBEDDED).answer(COST, List.of(HARBOUR)))
                .hasMessage("the disk is full");
    }

    @Test
    void numbersSourcesInTheOrderOfTheirFirstCitation() {
        Draft draft = new Draft(
                true,
                List.of(
                        statement("The work had cost nine million crowns.", 3),
                        statement("The harbour was dredged in spring.", 1),
                        statement("Ines Odum said that the work had cost nine million crowns.", 3)),
                List.of());
        Grounded grounded = (Grounded)
                answerer(new Scripted(draft)).answer(COST, List.of(HARBOUR)).answer();
        assertThat(grounded.sources()).extracting(Source::n).containsExactly(1, 2);
        assertThat(grounded.sources()).extracting(Source::sentence).containsExactly(3, 1);
        assertThat(grounded.statements())
                .extracting(grounded::markersOf)
                .containsExactly(List.of(1), List.of(2), List.of(1));
    }

    @Test
    void theSourceIsCopiedFromTheArticleWhateverTheStatementSays() {
        Draft draft = new Draft(true, List.of(statement("The work had cost nine million crowns.", 3)), List.of());
        Grounded grounded = (Grounded)
                answerer(new Scripted(draft)).answer(COST, List.of(HARBOUR)).answer();
        Source source = grounded.sources().getFirst();
        assertThat(source.text())
                .isEqualTo(HARBOUR.textOf(HARBOUR.sentence(3)))
                .isEqualTo(HARBOUR.text().substring(source.start(), source.end()));
    }

    @Test
    void theEmbeddedDrafterStandsInForOneThatFails() {
        Drafter failing = mock(Drafter.class);
        doThrow(new DraftException("it is out of order.", false, List.of()))
                .when(failing)
                .draft(any(), any());
        Answer answer = answerer(failing).answer(COST, List.of(HARBOUR)).answer();
        assertThat(answer.engine()).isEqualTo(ExtractiveDrafter.ENGINE);
        assertThat(answer.fallback()).isEqualTo("it is out of order.");
        assertThat(answer).isInstanceOf(Grounded.class);
    }

    @Test
    void abstainsWithTheNearestSentence() {
        Answer answer = answerer(EMBEDDED)
                .answer(Question.of("Who won the chess match in Lisbon?", NOON), List.of(HARBOUR))
                .answer();
        Abstained abstained = (Abstained) answer;
        assertThat(abstained.reason()).isEqualTo(Abstained.Reason.NO_RELEVANT_PASSAGE);
        assertThat(abstained.nearest()).hasSize(Answerer.NEAREST);
        assertThat(abstained.missing()).contains("Lisbon");
    }

    private static Statement statement(String text, int sentence) {
        return new Statement(text, List.of(new Citation(HARBOUR.id(), sentence)));
    }
}
