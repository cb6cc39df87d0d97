package io.footnote.evaluation;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.footnote.article.Article;
import io.footnote.language.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Asks the baselines what was asked of Footnote, about the same sentences. Keeps no state. */
public final class BaselineRound {
    private final Encoder encoder;
    private final EmbeddingModel langChainModel;

    /** @param encoder the same that Footnote uses; loaded, because that also keeps LangChain4j's from phoning home */
    public BaselineRound(Encoder encoder) {
        this(encoder, new BgeSmallEnV15QuantizedEmbeddingModel());
    }

    BaselineRound(Encoder encoder, EmbeddingModel langChainModel) {
        this.encoder = encoder;
        this.langChainModel = langChainModel;
    }

    /**
     * Asks all questions of a set.
     *
     * @param library whether a question is asked of all articles of the set at once, rather than of its own
     * @return what became of each question, in the order of the set
     */
    public List<BaselineOutcome> ask(QuestionSet set, boolean library, EvaluationListener listener) {
        listener.started(set);
        List<BaselineOutcome> outcomes = new ArrayList<>(set.size());
        Search all = library
                ? new Search(QuestionRound.distinct(set.articles()).stream()
                        .map(ArticleQuestions::article)
                        .toList())
                : null;
        for (ArticleQuestions own : set.articles()) {
            if (own.questions().isEmpty()) {
                continue;
            }
            Search search = all == null ? new Search(List.of(own.article())) : all;
            for (GoldQuestion gold : own.questions()) {
                outcomes.add(search.ask(gold, new RightSentences(own.article(), gold)));
                listener.advanced();
            }
        }
        listener.finished();
        return outcomes;
    }

    /** Some articles, made ready for every baseline. */
    private final class Search {
        private final SentencePool pool;
        private final LangChainSearch sentences;
        private final LangChainSearch segments;

        Search(List<Article> articles) {
            this.pool = new SentencePool(articles, encoder);
            this.sentences = LangChainSearch.overSentences(pool.entries(), langChainModel);
            this.segments = LangChainSearch.overArticles(articles, langChainModel);
        }

        BaselineOutcome ask(GoldQuestion gold, RightSentences right) {
            double[] cosine = pool.cosine(encoder.encodeQuestion(gold.text()));
            double greatest = Arrays.stream(cosine).max().orElse(0);
            if (!gold.answerable()) {
                return new BaselineOutcome(Map.of(), greatest);
            }
            double[] words = pool.bm25(gold.text());
            List<Integer> byWords = SentencePool.order(words, 0);
            List<Integer> byMeaning = SentencePool.order(cosine, -2);
            Map<Baseline, Integer> ranks = new EnumMap<>(Baseline.class);
            ranks.put(Baseline.BM25, rank(byWords, right));
            ranks.put(Baseline.ENCODER, rank(byMeaning, right));
            ranks.put(
                    Baseline.RECIPROCAL_RANKS,
                    rank(
                            SentencePool.order(Fusion.reciprocalRanks(List.of(byWords, byMeaning), cosine.length), -1),
                            right));
            ranks.put(Baseline.MIN_MAX, rank(SentencePool.order(Fusion.minMax(words, cosine), -1), right));
            ranks.put(Baseline.LANGCHAIN4J, rank(sentences.searchSentences(gold.text()), right));
            ranks.put(Baseline.LANGCHAIN4J_SPLITTER, rankOfSegment(segments.search(gold.text()), right));
            return new BaselineOutcome(ranks, greatest);
        }

        private int rank(List<Integer> best, RightSentences right) {
            for (int place = 0; place < Math.min(best.size(), QuestionOutcome.RANKED); place++) {
                SentencePool.Entry entry = pool.entries().get(best.get(place));
                if (right.include(entry.article(), entry.sentence().span())) {
                    return place + 1;
                }
            }
            return 0;
        }

        private static int rankOfSegment(List<TextSegment> best, RightSentences right) {
            for (int place = 0; place < best.size(); place++) {
                if (right.areWithin(best.get(place).text())) {
                    return place + 1;
                }
            }
            return 0;
        }
    }
}
