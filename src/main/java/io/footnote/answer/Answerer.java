package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.retrieval.RankedSentence;
import io.footnote.retrieval.Ranking;
import io.footnote.retrieval.SentenceRanker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers questions: ranks, drafts, checks every statement, and records the outcome before anybody sees it. Safe for any
 * number of threads.
 */
public final class Answerer {
    /** How many ranked sentences a drafter is given and the log keeps. */
    public static final int RANKED = 10;

    /** How many of the nearest sentences an abstention shows. */
    public static final int NEAREST = 1;

    private final SentenceRanker ranker;
    private final Drafter drafter;
    private final CitationGate gate;
    private final AnswerLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param drafter writes the drafts
     * @param log keeps every answer
     * @param clock tells how long an answer took
     * @param ids makes a new id for each answer
     */
    public Answerer(
            SentenceRanker ranker,
            Drafter drafter,
            CitationGate gate,
            AnswerLog log,
            InstantSource clock,
            Supplier<String> ids) {
        this.ranker = ranker;
        this.drafter = drafter;
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
        var started = clock.instant();
        Ranking ranking = ranker.rank(question.text(), articles, RANKED);
        Draft draft = drafter.draft(question, ranking);
        List<CheckedStatement> supported = new ArrayList<>();
        List<CheckedStatement> rejected = new ArrayList<>();
        for (Statement statement : draft.statements()) {
            CheckedStatement checked = gate.check(statement, articles);
            (checked.supported() ? supported : rejected).add(checked);
        }
        Answer answer = supported.isEmpty() ? abstained(draft, ranking) : grounded(supported, ranking);
        AnswerTrace trace = new AnswerTrace(
                ids.get(),
                question,
                articles.stream().map(Article::id).toList(),
                answer,
                ranking.sentences(),
                rejected,
                Duration.between(started, clock.instant()));
        log.record(trace);
        return trace;
    }

    private Grounded grounded(List<CheckedStatement> supported, Ranking ranking) {
        Map<Citation, Source> sources = new LinkedHashMap<>();
        for (CheckedStatement statement : supported) {
            for (Citation citation : statement.statement().citations()) {
                Article article = ranking.article(citation.articleId());
                sources.computeIfAbsent(
                        citation, cited -> Source.of(sources.size() + 1, article, article.sentence(cited.sentence())));
            }
        }
        return new Grounded(
                supported, List.copyOf(sources.values()), null, ranking.answerable(), drafter.engine(), null);
    }

    private Abstained abstained(Draft draft, Ranking ranking) {
        Abstained.Reason reason =
                draft.answerable() ? Abstained.Reason.NOTHING_SUPPORTED : Abstained.Reason.NO_RELEVANT_PASSAGE;
        List<Source> nearest = new ArrayList<>();
        for (RankedSentence ranked : ranking.sentences()) {
            if (nearest.size() < NEAREST) {
                nearest.add(Source.of(nearest.size() + 1, ranking.article(ranked.articleId()), ranked.sentence()));
            }
        }
        return new Abstained(reason, draft.missing(), nearest, ranking.answerable(), drafter.engine(), null);
    }
}
