package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.grounding.CitationGate;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.Explanation;
import io.footnote.retrieval.Pinpoint;
import io.footnote.retrieval.RankedSentence;
import io.footnote.retrieval.Ranking;
import io.footnote.retrieval.SentenceRanker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final FollowUp followUp = new FollowUp(new Annotator(Lexicon.english()));
    private final Flags flags = new Flags();
    private final ReaderLanguage languages;
    private final SentenceRanker ranker;
    private final @Nullable FollowUpRewriter rewriter;
    private final Drafter drafter;
    private final Drafter embedded;
    private final CitationGate gate;
    private final @Nullable Judge judge;
    private final Corrections corrections;
    private final AnswerLog log;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * @param languages tells which language to answer in
     * @param rewriter makes follow-ups stand by themselves; null to leave that to rules
     * @param drafter writes the drafts
     * @param embedded writes them when {@code drafter} cannot; may be the same
     * @param judge asked about what a model wrote and the gate passed; null for no second opinion
     * @param corrections go before any draft
     * @param log keeps every answer
     * @param clock tells how long an answer took
     * @param ids makes a new id for each answer
     */
    public Answerer(
            SentenceRanker ranker,
            ReaderLanguage languages,
            @Nullable FollowUpRewriter rewriter,
            Drafter drafter,
            Drafter embedded,
            CitationGate gate,
            @Nullable Judge judge,
            Corrections corrections,
            AnswerLog log,
            InstantSource clock,
            Supplier<String> ids) {
        this.ranker = ranker;
        this.languages = languages;
        this.rewriter = rewriter;
        this.drafter = drafter;
        this.embedded = embedded;
        this.gate = gate;
        this.judge = judge;
        this.corrections = corrections;
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
        return answer(question, articles, null, null);
    }

    /**
     * Answers a question and shows the statements while they come. Whatever is shown is in the log before.
     *
     * @param reader whose budget the question counts on, such as a pseudonym; null where readers are not told apart
     * @param listener is shown every statement as it passes, where the drafter writes one after the other; null where
     *     nobody waits for them
     * @throws IllegalArgumentException when there is no article
     * @throws RuntimeException when the index, the log or the listener fails; nothing more may then be shown
     */
    public AnswerTrace answer(
            Question question, List<Article> articles, @Nullable String reader, @Nullable AnswerListener listener) {
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("articles must have at least one");
        }
        Instant started = clock.instant();
        String id = ids.get();
        Understood understood = understand(question, articles, reader);
        Ranking ranking = ranker.rank(understood.question(), articles, RANKED);
        List<String> concerned = concerned(articles, ranking);
        Outcome outcome = corrected(understood.question(), concerned, ranking).orElseGet(() -> {
            DraftRequest request = new DraftRequest(
                    question, understood.question(), ranking, languages.of(question, articles), reader);
            Consumer<Grounded> shown = listener == null ? null : showing(id, question, reader, listener);
            return new Deciding(drafter, embedded, gate, judge, request, shown).decide();
        });
        Optional<Pinpoint> pinpoint = pinpoint(outcome.answer(), ranking);
        List<Explanation> explanations = new ArrayList<>(ranking.explanations());
        pinpoint.map(Pinpoint::explanation).ifPresent(explanations::add);
        AnswerTrace trace = new AnswerTrace(
                id,
                question,
                understood.question().equals(question.text()) ? null : understood.question(),
                concerned,
                pinpoint.map(found -> withWords(outcome.answer(), found)).orElse(outcome.answer()),
                ranking.sentences(),
                outcome.rejected(),
                joined(understood.calls(), outcome.calls()),
                Duration.between(started, clock.instant()),
                explanations,
                joined(joined(understood.steps(), outcome.steps()), behind(question, articles, outcome.answer())),
                flags.of(question, articles));
        log.record(trace);
        return trace;
    }

    /** What the editors answer, as long as it still passes. */
    private Optional<Outcome> corrected(String question, List<String> articleIds, Ranking ranking) {
        return corrections
                .find(question, articleIds)
                .flatMap(correction -> correction.answer(gate, ranking.article(correction.articleId())))
                .map(answer -> new Outcome(
                        answer, List.of(), List.of(), List.of(new Step(Step.Kind.CORRECTED, question, List.of()))));
    }

    /** Without an answer it may be the language that is in the way. */
    private List<Step> behind(Question question, List<Article> articles, Answer answer) {
        return answer instanceof Abstained && languages.leavesBehind(question, articles)
                ? List.of(new Step(Step.Kind.OTHER_LANGUAGE, null, List.of()))
                : List.of();
    }

    /** The articles that the log keeps with an answer: of a library, those of which a sentence was ranked. */
    private static List<String> concerned(List<Article> articles, Ranking ranking) {
        return articles.size() <= RANKED
                ? articles.stream().map(Article::id).toList()
                : ranking.sentences().stream()
                        .map(RankedSentence::articleId)
                        .distinct()
                        .toList();
    }

    private Consumer<Grounded> showing(String id, Question question, @Nullable String reader, AnswerListener listener) {
        return soFar -> {
            log.recordShown(new ShownSoFar(id, question, reader, soFar));
            listener.checked(soFar);
        };
    }

    /** What a question was understood as, and what was done for it. */
    private record Understood(String question, List<ModelCall> calls, List<Step> steps) {}

    private Understood understand(Question question, List<Article> articles, @Nullable String reader) {
        String plain = Untrusted.line(question.text());
        if (rewriter == null || question.conversation().isEmpty()) {
            String resolved = followUp.resolve(question, articles);
            return new Understood(resolved.equals(question.text()) ? plain : resolved, List.of(), List.of());
        }
        FollowUpRewriter.Rewriting rewriting = rewriter.rewrite(question, reader);
        String written = rewriting.question();
        String understood = written == null ? followUp.resolve(question, articles) : written;
        Step step = written == null
                ? new Step(Step.Kind.NOT_REWRITTEN, understood, List.of(String.valueOf(rewriting.refusal())))
                : new Step(Step.Kind.REWRITTEN, understood, List.of());
        return new Understood(understood, rewriting.calls(), List.of(step));
    }

    private static <T> List<T> joined(List<T> first, List<T> then) {
        List<T> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
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
}
