package io.footnote.evaluation;

import io.footnote.answer.AnswerTrace;
import io.footnote.answer.Question;
import io.footnote.article.Article;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Runs a program over data sets and measures what comes out. Items are taken one after the other in the order of the
 * data, so that two runs of a deterministic program differ in nothing but the time they took. Keeps no state: safe for
 * any number of threads if the program under test is.
 */
public final class Evaluation {
    private final SystemUnderTest system;
    private final QuestionRound questions;

    /**
     * @param system what is measured
     * @param clock says when a question was asked
     */
    public Evaluation(SystemUnderTest system, InstantSource clock) {
        this(system, article -> system.answer(), clock);
    }

    /**
     * Measures a program that answers the questions on some articles in another way than those on others, as when it was
     * trained without them.
     *
     * @param system what is measured, but for its answers
     * @param answers what answers the questions on an article
     * @param clock says when a question was asked
     */
    public Evaluation(
            SystemUnderTest system,
            Function<Article, BiFunction<Question, List<Article>, AnswerTrace>> answers,
            InstantSource clock) {
        this.system = system;
        this.questions = new QuestionRound(answers, clock);
    }

    /**
     * Measures on data sets.
     *
     * @param dataSets at least one, in the order to be reported
     * @param library whether a question is asked of all articles of its data set at once, rather than of its own
     * @param listener is told of every step
     * @throws RuntimeException what the program under test throws; nothing is measured then
     */
    public EvaluationReport run(List<DataSet> dataSets, boolean library, EvaluationListener listener) {
        List<Outcomes> outcomes = new ArrayList<>();
        for (DataSet dataSet : dataSets) {
            listener.started(dataSet);
            outcomes.add(
                    switch (dataSet) {
                        case QuestionSet set ->
                            new Outcomes.OfQuestions(set.name(), questions.ask(set, library, listener));
                        case ClaimSet set -> new Outcomes.OfClaims(set.name(), judge(set, listener));
                        case SentenceSet set -> new Outcomes.OfSentences(set.name(), split(set, listener));
                        case PageSet set -> new Outcomes.OfPages(set.name(), extract(set, listener));
                    });
            listener.finished();
        }
        return new EvaluationReport(outcomes);
    }

    private List<ClaimOutcome> judge(ClaimSet set, EvaluationListener listener) {
        List<ClaimOutcome> outcomes = new ArrayList<>(set.size());
        for (GoldClaim claim : set.claims()) {
            outcomes.add(new ClaimOutcome(claim, system.judge().judge(claim.claim(), claim.evidence())));
            listener.advanced();
        }
        return outcomes;
    }

    private List<SplitOutcome> split(SentenceSet set, EvaluationListener listener) {
        List<SplitOutcome> outcomes = new ArrayList<>(set.size());
        for (GoldSplit gold : set.texts()) {
            outcomes.add(SplitOutcome.of(gold, system.split().apply(gold.text())));
            listener.advanced();
        }
        return outcomes;
    }

    private List<PageOutcome> extract(PageSet set, EvaluationListener listener) {
        List<PageOutcome> outcomes = new ArrayList<>(set.size());
        for (GoldPage page : set.pages()) {
            outcomes.add(PageOutcome.of(page, system.extract().apply(page)));
            listener.advanced();
        }
        return outcomes;
    }
}
