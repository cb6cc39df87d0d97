package io.footnote.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scorecard says in words, whatever it is written in. Pure. */
final class ScorecardText {
    /** How the figures came about. */
    static final List<String> METHOD = List.of(
            "Intervals: the middle 95% of " + Bootstrap.RESAMPLES + " bootstrap resamples. Each draws as many questions"
                    + " (claims, texts) as there are, with replacement, and computes the figure again. The draws are"
                    + " seeded: the same data give the same intervals.",
            "Differences are paired: a resample takes Footnote's and the baseline's result on the same questions."
                    + " Drawing questions is the custom in information retrieval and says how far the questions asked"
                    + " decide the outcome. Drawing articles also counts in that questions on one article are alike; it"
                    + " is stricter, and rough where there are few articles.",
            "A sentence is right when it overlaps the place, or contains the words, that the data set marks. Some"
                    + " questions have a second right sentence that it does not mark, so 1.000 is out of reach.",
            "All systems rank the same sentences, those that an answer may cite, and are asked the questions as they"
                    + " stand in the data set.");

    private ScorecardText() {}

    /** Which weights were measured. */
    static String weights(@Nullable Integer folds) {
        return folds == null
                ? "Measured with the weights that ship with the program, which may have been learned from these very"
                        + " questions; with --folds they are not."
                : "The articles were divided into " + folds + " parts; the questions on each were answered by weights"
                        + " learned without it.";
    }

    /** The data set's name, kind and sizes. */
    static List<String> sizes(Scorecard.Entry entry) {
        QuestionComparison questions = entry.questions();
        String name = entry.outcomes().dataSet();
        if (questions != null) {
            int articles = (int) questions.set().articles().stream()
                    .map(one -> one.article().id())
                    .distinct()
                    .count();
            return List.of(
                    name,
                    "questions",
                    String.valueOf(articles),
                    String.valueOf(questions.outcomes().size()),
                    String.valueOf(questions.answerable()),
                    String.valueOf(questions.outcomes().size() - questions.answerable()),
                    questions.library() ? "all articles at once" : "its own article");
        }
        Figures figures = entry.outcomes().figures();
        return switch (figures) {
            case ClaimFigures claims -> List.of(name, "claims", "–", String.valueOf(claims.claims()), "–", "–", "–");
            case SentenceFigures splits ->
                List.of(
                        name,
                        "sentences",
                        String.valueOf(splits.texts()),
                        String.valueOf(splits.sentences()),
                        "–",
                        "–",
                        "–");
            case PageFigures pages ->
                List.of(name, "pages", String.valueOf(pages.pages()), String.valueOf(pages.pages()), "–", "–", "–");
            case QuestionFigures of -> List.of(name, "questions", "–", String.valueOf(of.questions()), "–", "–", "–");
        };
    }

    /** Whether Footnote is ahead of every baseline that names sentences, in a sentence. */
    static String verdict(QuestionComparison questions) {
        List<String> open = new ArrayList<>();
        for (RankedSystem system : questions.systems()) {
            Map<String, RankedSystem.Lead> leads = system.lead();
            if (leads != null && system.namesSentences()) {
                for (String metric : List.of("hit@1", "hit@3")) {
                    RankedSystem.Lead lead = leads.get(metric);
                    if (lead != null && lead.byQuestion().low() <= 0) {
                        open.add(metric + " against " + system.label());
                    }
                }
            }
        }
        return open.isEmpty()
                ? "Footnote is ahead of every baseline that names sentences at hit@1 and hit@3, each by more than chance explains."
                : "Footnote is ahead of the baselines that name sentences by more than chance explains, except for "
                        + String.join("; ", open) + ", where the interval of the difference reaches 0.";
    }

    /** How many questions could go wrong in this way. */
    static String concerned(ErrorExamples.Kind kind, QuestionComparison questions) {
        return kind == ErrorExamples.Kind.ANSWERED
                ? questions.outcomes().size() - questions.answerable() + " unanswerable questions"
                : questions.answerable() + " answerable questions";
    }
}
