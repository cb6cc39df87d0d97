package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.language.Annotator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gives an article's summary or timeline as an answer: every statement has passed the gate, and the whole is in the log
 * when it is returned. Safe for any number of threads where the summarizer is.
 */
public final class Overviews {
    /** The most events of a timeline that is shown; the first of them. */
    public static final int MAX_EVENTS = 20;

    private final Summarizer summarizer;
    private final Annotator annotator;
    private final CitationGate gate;
    private final AnswerLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param annotator finds dates
     * @param log keeps every overview
     * @param ids makes a new id for each
     */
    public Overviews(
            Summarizer summarizer,
            Annotator annotator,
            CitationGate gate,
            AnswerLog log,
            InstantSource clock,
            Supplier<String> ids) {
        this.summarizer = summarizer;
        this.annotator = annotator;
        this.gate = gate;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * The overview of an article; an abstention where it has no sentence to cite, or dates nothing.
     *
     * @param asked what the reader wrote for it
     * @throws RuntimeException when the log fails; nothing may then be shown
     */
    public AnswerTrace of(Overview kind, Question asked, Article article) {
        Instant started = clock.instant();
        Answer answer = switch (kind) {
            case SUMMARY -> summary(article);
            case TIMELINE -> timeline(article);
        };
        AnswerTrace trace = new AnswerTrace(
                ids.get(),
                asked,
                null,
                List.of(article.id()),
                answer,
                List.of(),
                List.of(),
                List.of(),
                Duration.between(started, clock.instant()));
        log.record(trace);
        return trace;
    }

    private Answer summary(Article article) {
        Summarizer.Summary summary = summarizer.summarize(article);
        return answer(Overview.SUMMARY, summary.statements(), summary.sources());
    }

    /** Events that one sentence dates share its source. */
    private Answer timeline(Article article) {
        Timeline timeline = Timeline.of(List.of(article), annotator);
        List<CheckedStatement> statements = new ArrayList<>();
        Map<Citation, Source> sources = new LinkedHashMap<>();
        for (Timeline.Event event : timeline.events()) {
            int number = event.source().sentence();
            Citation citation = new Citation(article.id(), number);
            CheckedStatement checked =
                    gate.check(new Statement(event.source().text(), List.of(citation)), List.of(article));
            if (checked.supported() && statements.size() < MAX_EVENTS) {
                statements.add(dated(event, checked));
                sources.putIfAbsent(citation, Source.of(sources.size() + 1, article, article.sentence(number)));
            }
        }
        return answer(Overview.TIMELINE, statements, List.copyOf(sources.values()));
    }

    /** The day comes from the sentence and the day of publication, by the program; it stands before what was checked. */
    private static CheckedStatement dated(Timeline.Event event, CheckedStatement checked) {
        String text = event.when().label() + ": " + checked.statement().text();
        return new CheckedStatement(
                new Statement(text, checked.statement().citations()),
                checked.verdict(),
                checked.score(),
                checked.reasons());
    }

    private static Answer answer(Overview kind, List<CheckedStatement> statements, List<Source> sources) {
        return statements.isEmpty()
                ? new Abstained(Abstained.Reason.NO_RELEVANT_PASSAGE, null, List.of(), 0, kind.engine(), null)
                : new Grounded(statements, sources, null, 1, kind.engine(), null);
    }
}
