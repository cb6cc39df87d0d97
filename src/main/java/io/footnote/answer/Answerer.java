package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.Explanation;
import io.footnote.retrieval.Pinpoint;
import io.footnote.retrieval.Ranking;
import io.footnote.retrieval.SentenceRanker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions: ranks, drafts, checks every statement, and records the outcome before anybody sees it. Safe for any
 * number of threads.
 */
public final class Answerer {
    /** How many ranked sentences a drafter is given and the log keeps. */
    public static final int RANKED = 10;

    /** How many of the nearest sentences an abstention shows. */
    public static final int NEAREST = 1;

    private static final String UNSUPPORTED = "the language model's draft said nothing that the article supports.";

    private final FollowUp followUp = new FollowUp(new Annotator(Lexicon.english()));
    private final SentenceRanker ranker;
    private final Drafter drafter;
    private final Drafter embedded;
    private final CitationGate gate;
    private final AnswerLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param drafter writes the drafts
     * @param embedded writes them when {@code drafter} cannot; may be the same
     * @param log keeps every answer
     * @param clock tells how long an answer took
     * @param ids makes a new id for each answer
     */
    public Answerer(
            SentenceRanker ranker,
            Drafter drafter,
            Drafter embedded,
            CitationGate gate,
            AnswerLog log,
            InstantSource clock,
            Supplier<String> ids) {
        this.ranker = ranker;
        this.drafter = drafter;
        this.embedded = embedded;
        this.gate = gate;
        this.log = log;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Answers a question about articles. When this returns, the answer is in the log.
     *
     * @param articles at least one
     * @throws IllegalArgumentException when there is no article
     * @throws RuntimeException when the index or the log fails; nothing may then be shown
     */
    public AnswerTrace answer(Question question, List<Article> articles) {
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("articles must have at least one");
        }
        Instant started = clock.instant();
        String understood = followUp.resolve(question, articles);
        Ranking ranking = ranker.rank(understood, articles, RANKED);
        Outcome outcome = drafter == embedded ? embedded(question, ranking) : drafted(question, ranking);
        Optional<Pinpoint> pinpoint = pinpoint(outcome.answer(), ranking);
        List<Explanation> explanations = new ArrayList<>(ranking.explanations());
        pinpoint.map(Pinpoint::explanation).ifPresent(explanations::add);
        AnswerTrace trace = new AnswerTrace(
                ids.get(),
                question,
                understood.equals(question.text()) ? null : understood,
                articles.stream().map(Article::id).toList(),
                pinpoint.map(found -> withWords(outcome.answer(), found)).orElse(outcome.answer()),
                ranking.sentences(),
                outcome.rejected(),
                outcome.calls(),
                Duration.between(started, clock.instant()),
                explanations);
        log.record(trace);
        return trace;
    }

    /** What came out, and what was done on the way. */
    private record Outcome(Answer answer, List<CheckedStatement> rejected, List<ModelCall> calls) {}

    private Outcome embedded(Question question, Ranking ranking) {
        return standIn(question, ranking, null, Abstained.Reason.NO_RELEVANT_PASSAGE, List.of(), List.of());
    }

    private Outcome drafted(Question question, Ranking ranking) {
        Draft draft;
        try {
            draft = drafter.draft(question, ranking);
        } catch (DraftException e) {
            return standIn(
                    question,
                    ranking,
                    e.getMessage(),
                    e.malformed() ? Abstained.Reason.MALFORMED_DRAFT : Abstained.Reason.NO_RELEVANT_PASSAGE,
                    List.of(),
                    e.calls());
        }
        if (!draft.answerable()) {
            Answer abstained = abstained(Abstained.Reason.MODEL_ABSTAINED, ranking, drafter.engine(), null);
            return new Outcome(abstained, List.of(), draft.calls());
        }
        Checked checked = check(draft, ranking);
        if (checked.supported().isEmpty()) {
            return standIn(
                    question,
                    ranking,
                    UNSUPPORTED,
                    Abstained.Reason.NOTHING_SUPPORTED,
                    checked.rejected(),
                    draft.calls());
        }
        Answer grounded = grounded(checked.supported(), ranking, drafter.engine(), null);
        return new Outcome(grounded, checked.rejected(), draft.calls());
    }

    /**
     * The embedded drafter's answer.
     *
     * @param fallback why it stands in for the configured one, or null where it is the configured one
     * @param reason why there is no answer, should it have none either
     */
    private Outcome standIn(
            Question question,
            Ranking ranking,
            @Nullable String fallback,
            Abstained.Reason reason,
            List<CheckedStatement> rejectedBefore,
            List<ModelCall> calls) {
        Draft draft = embedded.draft(question, ranking);
        Checked checked = check(draft, ranking);
        List<CheckedStatement> rejected = new ArrayList<>(rejectedBefore);
        rejected.addAll(checked.rejected());
        Answer answer;
        if (checked.supported().isEmpty()) {
            Abstained.Reason why = draft.answerable() ? Abstained.Reason.NOTHING_SUPPORTED : reason;
            answer = abstained(why, ranking, embedded.engine(), fallback);
        } else {
            answer = grounded(checked.supported(), ranking, embedded.engine(), fallback);
        }
        return new Outcome(answer, rejected, calls);
    }

    private record Checked(List<CheckedStatement> supported, List<CheckedStatement> rejected) {}

    private Checked check(Draft draft, Ranking ranking) {
        List<CheckedStatement> supported = new ArrayList<>();
        List<CheckedStatement> rejected = new ArrayList<>();
        for (Statement statement : draft.statements()) {
            CheckedStatement checked = gate.check(statement, ranking.articles());
            (checked.supported() ? supported : rejected).add(checked);
        }
        return new Checked(supported, rejected);
    }

    private static Grounded grounded(
            List<CheckedStatement> supported, Ranking ranking, String engine, @Nullable String fallback) {
        Map<Citation, Source> sources = new LinkedHashMap<>();
        for (CheckedStatement statement : supported) {
            for (Citation citation : statement.statement().citations()) {
                Article article = ranking.article(citation.articleId());
                Source source = Source.of(sources.size() + 1, article, article.sentence(citation.sentence()));
                sources.putIfAbsent(citation, source);
            }
        }
        return new Grounded(supported, List.copyOf(sources.values()), null, ranking.answerable(), engine, fallback);
    }

    private Optional<Pinpoint> pinpoint(Answer answer, Ranking ranking) {
        if (answer instanceof Grounded grounded) {
            Source first = grounded.sources().getFirst();
            Article article = ranking.article(first.articleId());
            return ranker.pinpoint(ranking.question(), article, article.sentence(first.sentence()));
        }
        return Optional.empty();
    }

    private static Answer withWords(Answer answer, Pinpoint found) {
        return answer instanceof Grounded grounded
                ? grounded.with(new ShortAnswer(found.start(), found.end(), found.text()))
                : answer;
    }

    /** What is missing is said in the question's own words: a model's would be shown without support. */
    private static Abstained abstained(
            Abstained.Reason reason, Ranking ranking, String engine, @Nullable String fallback) {
        String missing = ranking.missing().isEmpty() ? null : String.join(", ", ranking.missing());
        List<Source> nearest = ranking.sentences().stream()
                .limit(NEAREST)
                .map(ranked -> Source.of(ranked.rank(), ranking.article(ranked.articleId()), ranked.sentence()))
                .toList();
        return new Abstained(reason, missing, nearest, ranking.answerable(), engine, fallback);
    }
}
