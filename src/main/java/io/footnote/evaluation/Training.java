package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.language.Encoder;
import io.footnote.retrieval.Examination;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SentenceRanker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Learns the weights of the ranking and of the probability of an answer from question sets. The same questions give the
 * same weights on one machine.
 *
 * <p>The ranking is learned from every answerable question of which a right sentence was found; the probability of an
 * answer from the sets that have both kinds of questions, and otherwise from passages with and without the answer
 * ({@link Counterparts}), with the ranking that was learned. Every question is looked at once, whatever is learned from it
 * afterwards. For one thread.
 */
public final class Training {
    private static final double RANKING_PENALTY = 5;
    private static final double ANSWERABILITY_PENALTY = 10;

    /** Of how many questions one is asked of its counterparts, which takes much longer. */
    private static final int COUNTERPARTS = 2;

    /**
     * How many sentences stand on either side of the answer, in turn: what readers paste is of any length, and how likely
     * an answer is must not depend on that.
     */
    private static final int[] AROUND = {1, 2, 3, 5, 8, 12};

    private final SentenceIndex index;
    private final Encoder encoder;
    private final SpanTraining spans = new SpanTraining();
    private final List<Example> examples = new ArrayList<>();

    /**
     * @param index takes in the articles of the data sets
     * @param encoder makes the vectors of passages of them, which are forgotten once they were looked at; best one that
     *     remembers ({@link Encoder#remembering}), because the passages overlap
     */
    public Training(SentenceIndex index, Encoder encoder) {
        this.index = index;
        this.encoder = encoder;
    }

    /**
     * @param article what the question was asked of in the data set, even where only a passage of it was looked at
     * @param right which sentences answer; none where the ranking is not to be learned from it
     */
    private record Example(
            Article article, Examination examination, boolean[] right, boolean answerable, boolean calibrates) {
        boolean canBeRanked() {
            int count = 0;
            for (boolean one : right) {
                count += one ? 1 : 0;
            }
            return answerable && count > 0 && count < right.length;
        }
    }

    /**
     * Takes in the questions of a set.
     *
     * @param library whether a question is asked of all articles of the set at once, rather than of its own
     */
    public void add(QuestionSet set, boolean library, EvaluationListener listener) {
        listener.started(set);
        Map<String, Article> articles = new HashMap<>();
        set.articles().forEach(one -> articles.putIfAbsent(one.article().id(), one.article()));
        List<Article> all = set.articles().stream()
                .map(one -> articles.get(one.article().id()))
                .distinct()
                .toList();
        boolean bothKinds = set.articles().stream()
                        .flatMap(one -> one.questions().stream())
                        .map(GoldQuestion::answerable)
                        .distinct()
                        .count()
                == 2;
        index.add(all);
        SentenceRanker ranker = SentenceRanker.untrained(index);
        int asked = 0;
        for (ArticleQuestions own : set.articles()) {
            for (GoldQuestion gold : own.questions()) {
                Examination examination = ranker.examine(gold.text(), library ? all : List.of(own.article()));
                spans.add(ranker, examination, own.article(), gold);
                boolean[] right = new boolean[examination.size()];
                RightSentences supported = new RightSentences(own.article(), gold);
                for (int index = 0; index < right.length; index++) {
                    Article from =
                            examination.articleId(index).equals(own.article().id())
                                    ? own.article()
                                    : articles.getOrDefault(examination.articleId(index), own.article());
                    right[index] =
                            supported.include(from, examination.sentence(index).span());
                }
                if (right.length > 0) {
                    examples.add(new Example(own.article(), examination, right, gold.answerable(), bothKinds));
                }
                listener.advanced();
            }
            if (!bothKinds && !library) {
                addCounterparts(own, asked);
            }
            asked += own.questions().size();
        }
        listener.finished();
    }

    /**
     * Asks some of the questions on an article of passages of it with and without their answers; at once, while the
     * encoder remembers its sentences.
     *
     * @param before how many questions of the set came before these
     */
    private void addCounterparts(ArticleQuestions own, int before) {
        List<Passage> passages = new ArrayList<>();
        int asked = before;
        for (GoldQuestion gold : own.questions()) {
            if (asked++ % COUNTERPARTS == 0) {
                int around = AROUND[asked / COUNTERPARTS % AROUND.length];
                RightSentences right = new RightSentences(own.article(), gold);
                Counterparts.with(own.article(), right, around)
                        .ifPresent(text -> passages.add(new Passage(own.article(), gold, text, true)));
                Counterparts.without(own.article(), right, around)
                        .ifPresent(text -> passages.add(new Passage(own.article(), gold, text, false)));
            }
        }
        if (passages.isEmpty()) {
            return;
        }
        try (SentenceIndex passing = SentenceIndex.inMemory(encoder)) {
            passing.add(passages.stream().map(Passage::text).toList());
            SentenceRanker ranker = SentenceRanker.untrained(passing);
            for (Passage passage : passages) {
                Examination examination = ranker.examine(passage.gold().text(), List.of(passage.text()));
                if (examination.size() > 0) {
                    examples.add(new Example(
                            passage.from(), examination, new boolean[examination.size()], passage.answerable(), true));
                }
            }
        }
    }

    private record Passage(Article from, GoldQuestion gold, Article text, boolean answerable) {}

    /** What is learned of the words within a sentence, from the same questions. */
    public SpanTraining spans() {
        return spans;
    }

    /** How many times a question was asked of something. */
    public int size() {
        return examples.size();
    }

    /**
     * Learns from the questions on some articles.
     *
     * @param which the articles to learn from
     * @param otherwise gives the probability of an answer where no set has both kinds of questions
     * @throws DataSetException when there is no answerable question among them
     */
    public RankingWeights learn(Predicate<Article> which, RankingWeights otherwise) {
        List<Example> chosen =
                examples.stream().filter(one -> which.test(one.article())).toList();
        List<Example> rankable = chosen.stream().filter(Example::canBeRanked).toList();
        if (rankable.isEmpty()) {
            throw new DataSetException(
                    "There is nothing to learn from: name data sets with questions that their articles answer, on more"
                            + " articles than there are folds.",
                    null);
        }
        double[] deviations = Examination.usualDeviations(
                rankable.stream().map(Example::examination).toList());
        List<ConditionalLogit.Choice> choices = rankable.stream()
                .map(one -> new ConditionalLogit.Choice(one.examination().features(deviations), one.right()))
                .toList();
        double[] ranking =
                ConditionalLogit.fit(choices, RankingWeights.features().size(), RANKING_PENALTY);
        RankingWeights ranks = otherwise.withRanking(deviations, ranking);
        List<double[]> signals = new ArrayList<>();
        List<Boolean> answerable = new ArrayList<>();
        for (Example example : chosen) {
            if (example.calibrates()) {
                signals.add(example.examination().signals(ranks));
                answerable.add(example.answerable());
            }
        }
        return answerable.stream().distinct().count() < 2
                ? ranks
                : ranks.withAnswerability(LogisticRegression.fit(signals, answerable, ANSWERABILITY_PENALTY));
    }
}
