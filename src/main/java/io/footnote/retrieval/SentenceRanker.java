package io.footnote.retrieval;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.EncodedText;
import io.footnote.language.Lexicon;
import io.footnote.language.TokenVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Ranks the sentences of articles by how well they match a question. The {@value #CANDIDATES} nearest by words and
 * meaning are looked at closely: {@link Feature} says at what. What was learned ({@link RankingWeights}) says how much
 * each feature counts, and how likely it is that the articles answer the question at all.
 *
 * <p>Nearest by words and meaning is the mean of BM25 over English stems and the cosine of the encoder's vectors, each
 * scaled to [0, 1] over the sentences in question; the fusion that Bruch, Gai and Ingber, 2023, <i>An analysis of fusion
 * functions for hybrid retrieval</i>, find better than ranks alone. Ties go by article, then by the sentence's number, so
 * the order is total. Safe for any number of threads.
 */
public final class SentenceRanker {
    /** How many sentences are looked at closely. */
    private static final int CANDIDATES = 60;

    /** How many of the best sentences have their scores explained. */
    private static final int EXPLAINED = 3;

    /** For a sentence of which its vectors are wanted and nothing else: these are known by article and number. */
    private static final int NOT_LOOKED_UP = -1;

    private final SentenceIndex index;
    private final QuestionTerms terms;
    private final RankingWeights weights;
    private final Annotator annotator = new Annotator(Lexicon.english());
    private final AnswerType answerType = new AnswerType(annotator.lexicon());
    private final WordCache words = new WordCache(annotator);
    private final TokenCache tokens;
    private final Pinpointer pinpointer;

    /** Ranks by the weights that ship with the program. @param index as below */
    public SentenceRanker(SentenceIndex index) {
        this(index, RankingWeights.shipped(), SpanWeights.shipped());
    }

    /** One that has learned nothing: for looking at sentences, not for ranking them. @param index as below */
    public static SentenceRanker untrained(SentenceIndex index) {
        return new SentenceRanker(index, RankingWeights.none(), SpanWeights.none());
    }

    /**
     * @param index holds the sentences, and takes in those it does not hold yet
     * @param weights say how much each feature counts
     * @param spanWeights say how much each feature of words within a sentence counts
     */
    public SentenceRanker(SentenceIndex index, RankingWeights weights, SpanWeights spanWeights) {
        this.index = index;
        this.pinpointer = new Pinpointer(spanWeights);
        this.terms = new QuestionTerms(index.analyzer());
        this.weights = weights;
        this.tokens = new TokenCache(index);
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
        Examination examination = examine(question, articles);
        if (examination.size() == 0) {
            return new Ranking(articles, List.of(), 0, List.of(), examination.question(), List.of());
        }
        List<RankedSentence> ranked = examination.ranked(weights, limit);
        double[] signals = examination.signals(weights);
        List<Explanation> explanations = new ArrayList<>(examination.explain(weights, ranked, EXPLAINED));
        explanations.add(weights.explainProbability(signals));
        return new Ranking(
                articles,
                ranked,
                weights.probability(signals),
                examination.missing(),
                examination.question(),
                explanations);
    }

    /**
     * The words of a sentence that answer a question, or nothing where none can be singled out: the question asks whether
     * something is so, or the sentence has no words.
     *
     * @param question as {@link #rank} or {@link #examine} read it
     * @param article one of those searched
     * @param sentence a sentence of it
     * @throws RetrievalException when the index fails
     */
    public Optional<Pinpoint> pinpoint(ReadQuestion question, Article article, Sentence sentence) {
        if (question.words().type() == QuestionType.POLAR) {
            return Optional.empty();
        }
        return pinpointer.choose(spans(question, article, sentence));
    }

    /**
     * The stretches of a sentence among which {@link #pinpoint} chooses.
     *
     * @param question as {@link #rank} or {@link #examine} read it
     * @param article one of those searched
     * @param sentence a sentence of it
     * @throws RetrievalException when the index fails
     */
    public SpanChoice spans(ReadQuestion question, Article article, Sentence sentence) {
        ArticleScope.Member member =
                new ArticleScope.Member(NOT_LOOKED_UP, SentenceIndex.keyOf(article), article, sentence);
        AnnotatedText text = words.of(member).annotated();
        TokenVectors vectors =
                index.read(reader -> tokens.of(List.of(member), reader)).getFirst();
        return new SpanChoice(
                question, article, sentence, text, index.encoder().placesOf(text.text()), vectors, annotator.lexicon());
    }

    /**
     * Looks at the citable sentences of {@code articles} that come nearest to a question, without weighing what it sees.
     *
     * @param question the question in words
     * @param articles what to search; indexed first where they are not yet
     * @throws RetrievalException when the index fails
     */
    public Examination examine(String question, List<Article> articles) {
        index.add(articles);
        EncodedText encoded = index.encoder().readQuestion(question);
        return index.read(reader -> {
            ArticleScope scope = new ArticleScope(reader, articles);
            scope.setSimilarity(index.similarity());
            QuestionWords asked = QuestionWords.of(annotator.annotate(question), terms, annotator.lexicon(), scope);
            List<Candidate> all = candidates(question, encoded.vector(), scope);
            List<Candidate> best = nearest(all);
            Features features = new Features(asked, encoded, answerType, byArticle(all), words::of);
            List<TokenVectors> read =
                    tokens.of(best.stream().map(Candidate::member).toList(), reader);
            double[][] rows = new double[best.size()][];
            for (int row = 0; row < rows.length; row++) {
                Candidate candidate = best.get(row);
                rows[row] = features.of(
                        candidate,
                        read.get(row),
                        words.ofHeadline(candidate.member().article().title()));
            }
            return new Examination(new ReadQuestion(asked, encoded), best, rows);
        });
    }

    private static List<Candidate> nearest(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.member().sentence().citable())
                .sorted(Comparator.comparingDouble(Candidate::hybrid)
                        .reversed()
                        .thenComparing(one -> one.member().article().id())
                        .thenComparing(one -> one.member().sentence().number()))
                .limit(CANDIDATES)
                .toList();
    }

    private static Map<String, Candidate[]> byArticle(List<Candidate> candidates) {
        Map<String, Candidate[]> byArticle = new HashMap<>();
        for (Candidate candidate : candidates) {
            ArticleScope.Member member = candidate.member();
            byArticle
                    .computeIfAbsent(
                            member.key(),
                            key -> new Candidate[member.article().sentences().size()])[
                    member.sentence().number() - 1] = candidate;
        }
        return byArticle;
    }

    private List<Candidate> candidates(String question, float[] vector, ArticleScope scope) throws IOException {
        Map<Integer, Float> bm25 = bm25(question, scope);
        int count = scope.members().size();
        double[] words = new double[count];
        double[] meanings = new double[count];
        for (int index = 0; index < count; index++) {
            int document = scope.members().get(index).document();
            words[index] = bm25.getOrDefault(document, 0f);
            meanings[index] = VectorUtil.dotProduct(vector, vectorOf(document, scope.getIndexReader()));
        }
        Scale ofWords = Scale.of(words);
        Scale ofMeanings = Scale.of(meanings);
        List<Candidate> candidates = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            candidates.add(new Candidate(
                    scope.members().get(index),
                    words[index],
                    meanings[index],
                    (ofWords.apply(words[index]) + ofMeanings.apply(meanings[index])) / 2));
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
