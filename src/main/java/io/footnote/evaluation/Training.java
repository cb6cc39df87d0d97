package io.footnote.evaluation;

import io.footnote.article.Article;
import io.footnote.language.Encoder;
import io.footnote.retrieval.Examination;
import io.footnote.retrieval.RankingWeights;
import io.footnote.retrieval.SentenceIndex;
import io.footnote.retrieval.SentenceRanker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Learns the weights of the ranking and of the probability of an answer from question sets. The same questions give the
 * same weights on one machine.
 *
 * <p>The ranking is learned from every answerable question of which a right sentence was found; the probability of an
 * answer from the sets that have both kinds of questions, and otherwise from passages with and without the answer
 * ({@link Counterparts}), with the ranking that was learned. Every question is looked at once, whatever is learned from it
 * afterwards. Takes in one set at a time; then safe for any number of threads.
 */
public final class Training {
    private static final double RANKING_PENALTY = 5;
    private static final double ANSWERABILITY_PENALTY = 10;

    /** How many questions are looked at at a time. */
    private static final int AT_A_TIME = 64;

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
     * Takes in the questions of a set. Several are looked at at a time, and kept in the order of the set.
     *
     * @param library whether a question is asked of all articles of the set at once, rather than of its own
     */
    public void add(QuestionSet set, boolean library, EvaluationListener listener) {
        listener.started(set);
        Map<String, Article> articles = new LinkedHashMap<>();
        set.articles().forEach(one -> articles.putIfAbsent(one.article().id(), one.article()));
        List<Article> all = List.copyOf(articles.values());
        List<Asked> asked = asked(set);
        boolean bothKinds =
                asked.stream().map(one -> one.gold().answerable()).distinct().count() == 2;
        addInParts(all);
        SentenceRanker ranker = SentenceRanker.untrained(index);
        for (int from = 0; from < asked.size(); from += AT_A_TIME) {
            List<Looked> looked = asked.subList(from, Math.min(asked.size(), from + AT_A_TIME)).parallelStream()
                    .map(one -> look(one, ranker, library ? all : List.of(one.own()), articles, bothKinds))
                    .toList();
            for (Looked one : looked) {
                examples.addAll(one.examples());
                one.spans().ifPresent(spans::add);
                listener.advanced();
            }
            if (!bothKinds && !library) {
                // at once, while the encoder remembers the sentences that the passages are made of
                asked.subList(from, Math.min(asked.size(), from + AT_A_TIME)).parallelStream()
                        .filter(one -> one.number() % COUNTERPARTS == 0)
                        .map(this::lookAtCounterparts)
                        .toList()
                        .forEach(examples::addAll);
            }
        }
        listener.finished();
    }

    /** Adds a few articles at once, so that the index makes their tokens' vectors ahead rather than with each question. */
    private void addInParts(List<Article> articles) {
        int from = 0;
        int sentences = 0;
        for (int index = 0; index < articles.size(); index++) {
            int more = articles.get(index).sentences().size();
            if (index > from && sentences + more > SentenceIndex.READ_AHEAD) {
                this.index.add(articles.subList(from, index));
                from = index;
                sentences = 0;
            }
            sentences += more;
        }
        this.index.add(articles.subList(from, articles.size()));
    }

    /**
     * A question of a set.
     *
     * @param number which of the set's questions it is, from 0
     * @param first whether it was not asked of that article before
     */
    private record Asked(Article own, GoldQuestion gold, int number, boolean first) {}

    private record Looked(List<Example> examples, Optional<SpanTraining.Example> spans) {}

    private List<Asked> asked(QuestionSet set) {
        List<Asked> asked = new ArrayList<>();
        for (ArticleQuestions own : set.articles()) {
            for (GoldQuestion gold : own.questions()) {
                asked.add(new Asked(own.article(), gold, asked.size(), spans.isNew(own.article(), gold)));
            }
        }
        return asked;
    }

    private static Looked look(
            Asked asked,
            SentenceRanker ranker,
            List<Article> searched,
            Map<String, Article> articles,
            boolean calibrates) {
        Article own = asked.own();
        Examination examination = ranker.examine(asked.gold().text(), searched);
        boolean[] right = new boolean[examination.size()];
        RightSentences supported = new RightSentences(own, asked.gold());
        for (int index = 0; index < right.length; index++) {
            Article from = examination.articleId(index).equals(own.id())
                    ? own
                    : articles.getOrDefault(examination.articleId(index), own);
            right[index] = supported.include(from, examination.sentence(index).span());
        }
        return new Looked(
                right.length == 0
                        ? List.of()
                        : List.of(new Example(
                                own, examination, right, asked.gold().answerable(), calibrates)),
                asked.first() ? SpanTraining.look(ranker, examination, own, asked.gold()) : Optional.empty());
    }

    /** Asks a question of passages of its article with and without its answer. */
    private List<Example> lookAtCounterparts(Asked asked) {
        int around = AROUND[(asked.number() + 1) / COUNTERPARTS % AROUND.length];
        RightSentences right = new RightSentences(asked.own(), asked.gold());
        Map<Article, Boolean> passages = new LinkedHashMap<>();
        Counterparts.with(asked.own(), right, around).ifPresent(passage -> passages.put(passage, true));
        Counterparts.without(asked.own(), right, around).ifPresent(passage -> passages.put(passage, false));
        if (passages.isEmpty()) {
            return List.of();
        }
        List<Example> looked = new ArrayList<>();
        try (SentenceIndex passing = SentenceIndex.inMemory(encoder)) {
            SentenceRanker ranker = SentenceRanker.untrained(passing);
            passages.forEach((passage, answerable) -> {
                Examination examination = ranker.examine(asked.gold().text(), List.of(passage));
                if (examination.size() > 0) {
                    boolean[] unknown = new boolean[examination.size()];
                    looked.add(new Example(asked.own(), examination, unknown, answerable, true));
                }
            });
        }
        return looked;
    }

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
