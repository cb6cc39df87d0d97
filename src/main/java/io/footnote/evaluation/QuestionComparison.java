package io.footnote.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one data set, and how well Footnote and the baselines ranked their sentences. Immutable.
 *
 * @param set the questions
 * @param library whether they were asked of all articles of the set at once
 * @param outcomes what Footnote made of each, in the order of the set
 * @param baselines what the baselines made of each, in the same order
 * @param systems Footnote first, then the baselines
 */
record QuestionComparison(
        QuestionSet set,
        boolean library,
        List<QuestionOutcome> outcomes,
        List<BaselineOutcome> baselines,
        List<RankedSystem> systems) {

    /** What two systems made of one question. */
    private record Pair(int footnote, int baseline) {}

    static QuestionComparison of(
            QuestionSet set, boolean library, List<QuestionOutcome> outcomes, List<BaselineOutcome> baselines) {
        if (outcomes.size() != set.size() || baselines.size() != set.size()) {
            throw new IllegalArgumentException("there must be an outcome for each of " + set.size() + " questions, got "
                    + outcomes.size() + " and " + baselines.size());
        }
        List<RankedSystem> systems = new ArrayList<>();
        List<Integer> ranks = answerable(outcomes).stream()
                .map(outcome -> outcome.firstRightRank())
                .toList();
        systems.add(new RankedSystem(
                "footnote",
                "Footnote",
                "the ranking of this program",
                true,
                RankingFigures.of(ranks).byName(),
                Bootstrap.intervals(
                        Bootstrap.oneByOne(ranks),
                        drawn -> RankingFigures.of(drawn).byName()),
                null));
        for (Baseline baseline : Baseline.values()) {
            systems.add(compare(baseline, set, outcomes, baselines));
        }
        return new QuestionComparison(set, library, List.copyOf(outcomes), List.copyOf(baselines), systems);
    }

    private static RankedSystem compare(
            Baseline baseline, QuestionSet set, List<QuestionOutcome> outcomes, List<BaselineOutcome> baselines) {
        List<List<Pair>> byArticle = new ArrayList<>();
        int index = 0;
        for (ArticleQuestions article : set.articles()) {
            List<Pair> pairs = new ArrayList<>();
            for (GoldQuestion gold : article.questions()) {
                if (gold.answerable()) {
                    pairs.add(new Pair(
                            outcomes.get(index).firstRightRank(),
                            baselines.get(index).firstRight().getOrDefault(baseline, 0)));
                }
                index++;
            }
            if (!pairs.isEmpty()) {
                byArticle.add(pairs);
            }
        }
        List<Pair> all = byArticle.stream().flatMap(List::stream).toList();
        List<Integer> ranks = all.stream().map(Pair::baseline).toList();
        return new RankedSystem(
                baseline.key(),
                baseline.label(),
                baseline.description(),
                baseline.namesSentences(),
                RankingFigures.of(ranks).byName(),
                Bootstrap.intervals(
                        Bootstrap.oneByOne(ranks),
                        drawn -> RankingFigures.of(drawn).byName()),
                leads(all, byArticle));
    }

    private static Map<String, RankedSystem.Lead> leads(List<Pair> all, List<List<Pair>> byArticle) {
        Map<String, Interval> questions = Bootstrap.intervals(Bootstrap.oneByOne(all), QuestionComparison::differences);
        Map<String, Interval> articles = Bootstrap.intervals(byArticle, QuestionComparison::differences);
        Map<String, RankedSystem.Lead> leads = new LinkedHashMap<>();
        differences(all).forEach((name, difference) -> {
            Interval byQuestion = questions.get(name);
            Interval byArticleToo = articles.get(name);
            if (difference != null && byQuestion != null && byArticleToo != null) {
                leads.put(name, new RankedSystem.Lead(difference, byQuestion, byArticleToo));
            }
        });
        return leads;
    }

    private static Map<String, @Nullable Double> differences(List<Pair> pairs) {
        Map<String, @Nullable Double> ours =
                RankingFigures.of(pairs.stream().map(Pair::footnote).toList()).byName();
        Map<String, @Nullable Double> differences = new LinkedHashMap<>();
        RankingFigures.of(pairs.stream().map(Pair::baseline).toList()).byName().forEach((name, theirs) -> {
            Double mine = ours.get(name);
            if (mine != null && theirs != null) {
                differences.put(name, mine - theirs);
            }
        });
        return differences;
    }

    /** How many of the questions their articles answer. */
    int answerable() {
        return answerable(outcomes).size();
    }

    private static List<QuestionOutcome> answerable(List<QuestionOutcome> outcomes) {
        return outcomes.stream().filter(outcome -> outcome.gold().answerable()).toList();
    }
}
