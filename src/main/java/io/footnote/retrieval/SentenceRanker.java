package io.footnote.retrieval;

import io.footnote.article.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.VectorUtil;

/**
 * Ranks the sentences of articles by how well they match a question: BM25 over English stems and the cosine of the
 * encoder's vectors, each scaled to [0, 1] over the sentences in question, averaged with equal weight.
 *
 * <p>The min-max average is the fusion that Bruch, Gai and Ingber, 2023, <i>An analysis of fusion functions for hybrid
 * retrieval</i>, find better than ranks alone. Ties go by article, then by the sentence's number, so the order is total.
 * Safe for any number of threads.
 */
public final class SentenceRanker {
    private static final String BM25 = "bm25";
    private static final String COSINE = "cosine";

    private final SentenceIndex index;
    private final QuestionTerms terms;
    private final Answerability answerability;

    /** @param index holds the sentences, and takes in those it does not hold yet */
    public SentenceRanker(SentenceIndex index) {
        this.index = index;
        this.terms = new QuestionTerms(index.analyzer());
        this.answerability = new Answerability(terms);
    }

    /**
     * Ranks the citable sentences of {@code articles}.
     *
     * @param question the question in words
     * @param articles what to search; indexed first where they are not yet
     * @param limit the most sentences to return, at least 1
     * @throws RetrievalException when the index fails
     */
    public Ranking rank(String question, List<Article> articles, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, got " + limit);
        }
        index.add(articles);
        float[] vector = index.encoder().encodeQuestion(question);
        return index.read(reader -> {
            ArticleScope scope = new ArticleScope(reader, articles);
            scope.setSimilarity(index.similarity());
            List<RankedSentence> ranked = fuse(candidates(question, vector, scope)).stream()
                    .limit(limit)
                    .toList();
            if (ranked.isEmpty()) {
                return new Ranking(articles, ranked, 0, List.of());
            }
            RankedSentence best = ranked.getFirst();
            Answerability.Estimate estimate = answerability.estimate(question, scope, best.feature(COSINE));
            return new Ranking(articles, ranked, estimate.probability(), estimate.missing());
        });
    }

    private record Candidate(ArticleScope.Member member, double bm25, double cosine) {}

    private List<Candidate> candidates(String question, float[] vector, ArticleScope scope) throws IOException {
        Map<Integer, Float> bm25 = bm25(question, scope);
        List<Candidate> candidates = new ArrayList<>();
        for (ArticleScope.Member member : scope.members()) {
            if (member.sentence().citable()) {
                candidates.add(new Candidate(
                        member,
                        bm25.getOrDefault(member.document(), 0f),
                        VectorUtil.dotProduct(vector, vectorOf(member.document(), scope.getIndexReader()))));
            }
        }
        return candidates;
    }

    private Map<Integer, Float> bm25(String question, ArticleScope scope) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : terms.all(question)) {
            query.add(new TermQuery(new Term(SentenceIndex.TEXT, term)), BooleanClause.Occur.SHOULD);
        }
        query.setMinimumNumberShouldMatch(1);
        query.add(scope.filter(), BooleanClause.Occur.FILTER);
        Map<Integer, Float> scores = new HashMap<>();
        for (ScoreDoc hit :
                scope.search(query.build(), Math.max(1, scope.members().size())).scoreDocs) {
            scores.put(hit.doc, hit.score);
        }
        return scores;
    }

    private static float[] vectorOf(int document, IndexReader reader) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        FloatVectorValues values = leaf.reader().getFloatVectorValues(SentenceIndex.VECTOR);
        var iterator = values.iterator();
        if (iterator.advance(document - leaf.docBase) != document - leaf.docBase) {
            throw new IOException("document " + document + " has no vector");
        }
        return values.vectorValue(iterator.index());
    }

    private static List<RankedSentence> fuse(List<Candidate> candidates) {
        Scale bm25 = Scale.of(candidates.stream().mapToDouble(Candidate::bm25).toArray());
        Scale cosine =
                Scale.of(candidates.stream().mapToDouble(Candidate::cosine).toArray());
        record Scored(Candidate candidate, double score) {}
        List<Scored> scored = candidates.stream()
                .map(candidate ->
                        new Scored(candidate, (bm25.apply(candidate.bm25()) + cosine.apply(candidate.cosine())) / 2))
                .sorted(Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(one -> one.candidate().member().article().id())
                        .thenComparing(
                                one -> one.candidate().member().sentence().number()))
                .toList();
        List<RankedSentence> ranked = new ArrayList<>(scored.size());
        for (Scored one : scored) {
            ArticleScope.Member member = one.candidate().member();
            ranked.add(new RankedSentence(
                    member.article().id(),
                    member.sentence(),
                    ranked.size() + 1,
                    one.score(),
                    new TreeMap<>(Map.of(
                            BM25, one.candidate().bm25(),
                            COSINE, one.candidate().cosine()))));
        }
        return ranked;
    }

    /** Maps what lies between the least and the greatest of some scores to [0, 1]; all to 0 where they are equal. */
    private record Scale(double least, double greatest) {
        static Scale of(double[] scores) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double score : scores) {
                least = Math.min(least, score);
                greatest = Math.max(greatest, score);
            }
            return new Scale(least, greatest);
        }

        double apply(double score) {
            return greatest > least ? (score - least) / (greatest - least) : 0;
        }
    }
}
