package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * From a draft to an answer: what passes is kept, what fails is repaired once, and where nothing is left the embedded
 * drafter answers or the answer is an abstention. For one question and one thread.
 */
final class Deciding {
    private static final String UNSUPPORTED = "the language model's draft said nothing that the article supports.";

    private final Drafter drafter;
    private final Drafter embedded;
    private final CitationGate gate;
    private final @Nullable Judge judge;
    private final DraftRequest request;
    private final @Nullable Consumer<Grounded> shown;
    private final List<CheckedStatement> rejected = new ArrayList<>();
    private final List<ModelCall> calls = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param judge asked about what passes the gate, or null
     * @param shown told the answer so far whenever a statement has passed, or null where nobody waits for single ones
     */
    Deciding(
            Drafter drafter,
            Drafter embedded,
            CitationGate gate,
            @Nullable Judge judge,
            DraftRequest request,
            @Nullable Consumer<Grounded> shown) {
        this.drafter = drafter;
        this.embedded = embedded;
        this.gate = gate;
        this.judge = judge;
        this.request = request;
        this.shown = shown;
    }

    Outcome decide() {
        Answer answer = drafter == embedded ? embedded(null, Abstained.Reason.NO_RELEVANT_PASSAGE) : drafted();
        return new Outcome(answer, rejected, calls, steps);
    }

    private Answer drafted() {
        DraftCheck check = new DraftCheck(gate, judge, request, this::show);
        Draft draft;
        try {
            draft = draft(check);
        } catch (DraftException e) {
            calls.addAll(e.calls());
            if (check.supported().isEmpty()) {
                take(check);
                Abstained.Reason why =
                        e.malformed() ? Abstained.Reason.MALFORMED_DRAFT : Abstained.Reason.NO_RELEVANT_PASSAGE;
                return embedded(String.valueOf(e.getMessage()), why);
            }
            check.dropRest();
            take(check);
            steps.add(new Step(Step.Kind.BROKEN_OFF, null, List.of(String.valueOf(e.getMessage()))));
            return grounded(check.supported(), drafter.engine(), null);
        }
        if (!draft.answerable()) {
            drafter.passed(draft, List.of());
            return abstained(Abstained.Reason.MODEL_ABSTAINED, drafter.engine(), null);
        }
        repair(check);
        take(check);
        if (check.supported().isEmpty()) {
            return embedded(UNSUPPORTED, Abstained.Reason.NOTHING_SUPPORTED);
        }
        drafter.passed(
                draft,
                check.supported().stream().map(CheckedStatement::statement).toList());
        return grounded(check.supported(), drafter.engine(), null);
    }

    /** A draft whose statements have been checked; one that was kept only where all of it passes again. */
    private Draft draft(DraftCheck check) {
        int[] written = new int[1];
        Draft draft = ask(check, written);
        if (draft.cached()) {
            List<CheckedStatement> again = draft.statements().stream()
                    .map(statement -> gate.check(statement, request.ranking().articles()))
                    .toList();
            if (again.stream().allMatch(CheckedStatement::supported)) {
                steps.add(new Step(Step.Kind.CACHED, null, List.of()));
            } else {
                again.stream()
                        .filter(checked -> !checked.supported())
                        .forEach(checked -> steps.add(Step.of(Step.Kind.CACHE_DROPPED, checked)));
                drafter.failed(draft);
                draft = ask(check, written);
            }
        }
        calls.addAll(draft.calls());
        draft.statements().stream().skip(written[0]).forEach(check::check);
        return draft;
    }

    private Draft ask(DraftCheck check, int[] written) {
        return drafter.draft(
                request,
                shown == null
                        ? null
                        : statement -> {
                            written[0]++;
                            check.check(statement);
                        });
    }

    private void repair(DraftCheck check) {
        if (check.open().isEmpty()) {
            return;
        }
        List<CheckedStatement> failed = check.open();
        steps.add(new Step(
                Step.Kind.REPAIR_ASKED,
                null,
                failed.stream()
                        .map(checked -> checked.statement().text() + ": " + String.join("; ", checked.reasons()))
                        .toList()));
        try {
            Draft repaired = drafter.repair(request, failed);
            calls.addAll(repaired.calls());
            check.repaired(repaired.statements().stream().limit(failed.size()).toList());
        } catch (DraftException e) {
            calls.addAll(e.calls());
            steps.add(new Step(Step.Kind.REPAIR_FAILED, null, List.of(String.valueOf(e.getMessage()))));
            check.dropRest();
        }
    }

    private void take(DraftCheck check) {
        rejected.addAll(check.rejected());
        steps.addAll(check.steps());
        calls.addAll(check.calls());
    }

    private void show(List<CheckedStatement> supported) {
        if (shown != null) {
            shown.accept(grounded(supported, drafter.engine(), null));
        }
    }

    /**
     * The embedded drafter's answer.
     *
     * @param fallback why it stands in for the configured one, or null where it is the configured one
     * @param reason why there is no answer, should it have none either
     */
    private Answer embedded(@Nullable String fallback, Abstained.Reason reason) {
        if (fallback != null) {
            steps.add(new Step(Step.Kind.STOOD_IN, null, List.of(fallback)));
        }
        Draft draft = embedded.draft(request, null);
        List<CheckedStatement> supported = new ArrayList<>();
        for (Statement statement : draft.statements()) {
            CheckedStatement checked = gate.check(statement, request.ranking().articles());
            (checked.supported() ? supported : rejected).add(checked);
        }
        if (supported.isEmpty()) {
            Abstained.Reason why = draft.answerable() ? Abstained.Reason.NOTHING_SUPPORTED : reason;
            return abstained(why, embedded.engine(), fallback);
        }
        return grounded(supported, embedded.engine(), fallback);
    }

    private Grounded grounded(List<CheckedStatement> supported, String engine, @Nullable String fallback) {
        Ranking ranking = request.ranking();
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

    /** What is missing is said in the question's own words: a model's would be shown without support. */
    private Abstained abstained(Abstained.Reason reason, String engine, @Nullable String fallback) {
        Ranking ranking = request.ranking();
        String missing = ranking.missing().isEmpty() ? null : String.join(", ", ranking.missing());
        List<Source> nearest = ranking.sentences().stream()
                .limit(Answerer.NEAREST)
                .map(ranked -> Source.of(ranked.rank(), ranking.article(ranked.articleId()), ranked.sentence()))
                .toList();
        return new Abstained(reason, missing, nearest, ranking.answerable(), engine, fallback);
    }
}
