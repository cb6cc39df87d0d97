package io.footnote.answer;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.grounding.CheckedStatement;
import io.footnote.grounding.Citation;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Statement;
import io.footnote.grounding.Verdict;
import io.footnote.model.ModelCall;
import io.footnote.retrieval.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the statements of one draft: each passes the gate as it is; or with another pointer, to a sentence that
 * passes the whole gate; or it waits for the one repair; or it is dropped. For one thread.
 */
final class DraftCheck {
    /** How many sentences, those with most of a statement's words, are tried in the place of a wrong pointer. */
    static final int CANDIDATES = 8;

    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words are compared by their beginnings, which endings leave alone. */
    private static final int BEGINNING = 5;

    private static final int SHORTEST_WORD = 4;

    /** The greatest score of what the judge refuses. */
    private static final double MOST_REFUSED = 0.49;

    private final CitationGate gate;
    private final DraftRequest request;
    private final Ranking ranking;
    private final @Nullable Judge judge;
    private final Consumer<List<CheckedStatement>> passed;
    private final List<CheckedStatement> supported = new ArrayList<>();
    private final List<CheckedStatement> rejected = new ArrayList<>();
    private final List<CheckedStatement> open = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<ModelCall> calls = new ArrayList<>();
    private @Nullable List<Candidate> candidates;

    private record Candidate(Citation citation, Set<String> words) {}

    /**
     * @param judge asked about what passes the gate, or null
     * @param passed told all that passed until now whenever one more has
     */
    DraftCheck(
            CitationGate gate, @Nullable Judge judge, DraftRequest request, Consumer<List<CheckedStatement>> passed) {
        this.gate = gate;
        this.judge = judge;
        this.request = request;
        this.ranking = request.ranking();
        this.passed = passed;
    }

    /** Judges a statement; where it fails it waits for {@link #repaired} or {@link #dropRest}. */
    void check(Statement statement) {
        judge(statement).ifPresent(open::add);
    }

    /** Judges what a repair brought; each statement that fails again is dropped. */
    void repaired(List<Statement> statements) {
        for (Statement statement : statements) {
            Optional<CheckedStatement> failed = judge(statement);
            failed.ifPresent(again -> steps.add(Step.of(Step.Kind.DROPPED, again)));
            if (failed.isEmpty()) {
                steps.add(new Step(Step.Kind.REPAIRED, statement.text(), List.of()));
            }
        }
        dropRest();
    }

    /** Drops what waits for a repair. */
    void dropRest() {
        open.forEach(failed -> steps.add(Step.of(Step.Kind.DROPPED, failed)));
        open.clear();
    }

    /** What failed, or nothing when it passed. */
    private Optional<CheckedStatement> judge(Statement statement) {
        CheckedStatement checked = gate.check(statement, ranking.articles());
        if (!checked.supported()) {
            rejected.add(checked);
            CheckedStatement elsewhere = elsewhere(statement);
            if (elsewhere == null) {
                return Optional.of(checked);
            }
            List<String> reasons = new ArrayList<>(checked.reasons());
            reasons.add("it cited " + numbers(statement) + " and is supported by " + numbers(elsewhere.statement()));
            steps.add(new Step(Step.Kind.RE_CITED, statement.text(), reasons));
            checked = elsewhere;
        }
        CheckedStatement refused = isSaid(checked) ? null : refusedByJudge(checked);
        if (refused != null) {
            rejected.add(refused);
            return Optional.of(refused);
        }
        if (checked.statement().gloss() != null) {
            steps.add(new Step(
                    Step.Kind.GLOSSED,
                    statement.text(),
                    List.of("its gloss says: " + checked.statement().gloss())));
        }
        if (!isSaid(checked)) {
            supported.add(checked);
            passed.accept(List.copyOf(supported));
        }
        return Optional.empty();
    }

    /** The statement with the judge's objection, or null where there is none. */
    private @Nullable CheckedStatement refusedByJudge(CheckedStatement checked) {
        if (judge == null) {
            return null;
        }
        Statement statement = checked.statement();
        Judge.Opinion opinion = judge.of(statement, ranking.articles(), request.reader());
        calls.addAll(opinion.calls());
        if (opinion.failure() != null) {
            steps.add(new Step(Step.Kind.NOT_JUDGED, statement.text(), List.of(opinion.failure())));
        }
        return opinion.objection() == null
                ? null
                : new CheckedStatement(
                        statement,
                        Verdict.NOT_ENOUGH_INFO,
                        Math.min(MOST_REFUSED, checked.score()),
                        List.of(opinion.objection()));
    }

    private boolean isSaid(CheckedStatement checked) {
        return supported.stream()
                .anyMatch(other ->
                        other.statement().text().equals(checked.statement().text()));
    }

    private static String numbers(Statement statement) {
        return statement.citations().isEmpty()
                ? "nothing"
                : statement.citations().stream()
                        .map(citation -> "sentence " + citation.sentence())
                        .collect(Collectors.joining(", "));
    }

    /** The statement with the sentence that supports it best, or null where none does. */
    private @Nullable CheckedStatement elsewhere(Statement statement) {
        Set<String> words = words(statement.claim());
        return candidates().stream()
                .sorted(Comparator.comparingLong((Candidate candidate) -> -shared(candidate, words)))
                .limit(CANDIDATES)
                .filter(candidate -> shared(candidate, words) > 0)
                .map(candidate -> gate.check(statement.citing(List.of(candidate.citation())), ranking.articles()))
                .filter(CheckedStatement::supported)
                .max(Comparator.comparingDouble(CheckedStatement::score))
                .orElse(null);
    }

    private static long shared(Candidate candidate, Set<String> words) {
        return words.stream().filter(candidate.words()::contains).count();
    }

    private List<Candidate> candidates() {
        if (candidates == null) {
            List<Candidate> all = new ArrayList<>();
            for (Article article : ranking.articles()) {
                for (Sentence sentence : article.sentences()) {
                    if (sentence.citable()) {
                        Citation citation = new Citation(article.id(), sentence.number());
                        all.add(new Candidate(citation, words(article.textOf(sentence))));
                    }
                }
            }
            candidates = all;
        }
        return candidates;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : WORD.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() >= SHORTEST_WORD || (!word.isEmpty() && Character.isDigit(word.codePointAt(0)))) {
                words.add(word.substring(0, Math.min(word.length(), BEGINNING)));
            }
        }
        return words;
    }

    /** What may be shown, in the order in which it passed. */
    List<CheckedStatement> supported() {
        return List.copyOf(supported);
    }

    /** What did not pass as it was written. */
    List<CheckedStatement> rejected() {
        return List.copyOf(rejected);
    }

    /** What waits for a repair. */
    List<CheckedStatement> open() {
        return List.copyOf(open);
    }

    /** What was asked of the judge. */
    List<ModelCall> calls() {
        return List.copyOf(calls);
    }

    /** What was done and why, in order. */
    List<Step> steps() {
        return List.copyOf(steps);
    }
}
