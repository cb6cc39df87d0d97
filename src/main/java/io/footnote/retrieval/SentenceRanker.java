package io.footnote.retrieval;

import static java.util.Objects.requireNonNull;

import io.footnote.article.Article;
import io.footnote.article.Sentence;
import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.EncodedText;
import io.footnote.language.Encoder;
import io.footnote.language.Encoders;
import io.footnote.language.Lexicon;
import io.footnote.language.Span;
import io.footnote.language.TokenVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * Ranks the sentences of articles by how well they match a question. The {@value #CANDIDATES} nearest by words and
 * meaning are looked at closely: {@link Feature} says at what. What was learned ({@link RankingWeights}) says how much
 * each feature counts, and how likely it is that the articles answer the question at all.
 *
 * <p>Nearest by words and meaning is the mean of BM25 over the stems of its language and the cosine of the encoder's vectors, each
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
    private final RankingWeights weights;
    private final Annotator annotator = new Annotator(Lexicon.english());
    private final AnswerType answerType = new AnswerType(annotator.lexicon());
    private final WordReader reader = new WordReader(annotator);
    private final WordCache words = new WordCache(reader);
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
        double probability = meetsNothing(articles, ranked.getFirst()) ? 0 : weights.probability(signals);
        List<Explanation> explanations = new ArrayList<>(examination.explain(weights, ranked, EXPLAINED));
        explanations.add(weights.explainProbability(signals));
        return new Ranking(articles, ranked, probability, examination.missing(), examination.question(), explanations);
    }

    /**
     * Whether a sentence that the encoder does not understand shares no word with the question, nor its neighbours: there
     * is then nothing that speaks for it.
     */
    private boolean meetsNothing(List<Article> articles, RankedSentence best) {
        boolean understood = articles.stream()
                .filter(article -> article.id().equals(best.articleId()))
                .allMatch(article -> index.encoders().understand(article.language()));
        return !understood
                && best.features().getOrDefault(Feature.COVERAGE.label(), 0.0) == 0
                && best.features().getOrDefault(Feature.COVERAGE_AROUND.label(), 0.0) == 0;
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
        ArticleScope.Member member = new ArticleScope.Member(NOT_LOOKED_UP, index.keyOf(article), article, sentence);
        AnnotatedText text = words.of(member).annotated();
        TokenVectors vectors =
                index.read(reader -> tokens.of(List.of(member), reader)).getFirst();
        Encoder encoder = index.encoders().of(article.language());
        List<Span> pieces = words.piecesOf(member, encoder);
        return new SpanChoice(question, article, sentence, text, encoder, pieces, vectors, annotator.lexicon());
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
        Encoders encoders = index.encoders();
        Map<Encoder, EncodedText> encoded = new HashMap<>();
        articles.forEach(
                article -> encoded.computeIfAbsent(encoders.of(article.language()), one -> one.readQuestion(question)));
        return index.read(reader -> {
            ArticleScope scope = new ArticleScope(reader, articles, index::keyOf);
            QuestionTerms terms = QuestionTerms.of(question, articles);
            QuestionWords asked =
                    QuestionWords.of(this.reader.read(question, terms.language()), terms, annotator.lexicon(), scope);
            List<Candidate> all = candidates(terms.all(), encoded, scope);
            List<Candidate> best = nearest(all);
            Map<String, Candidate[]> byArticle = byArticle(all);
            Map<Encoder, Features> features = new HashMap<>();
            encoded.forEach((encoder, read) ->
                    features.put(encoder, new Features(asked, read, answerType, byArticle, words::of)));
            List<TokenVectors> read =
                    tokens.of(best.stream().map(Candidate::member).toList(), reader);
            double[][] rows = new double[best.size()][];
            for (int row = 0; row < rows.length; row++) {
                Candidate candidate = best.get(row);
                Article article = candidate.member().article();
                rows[row] = requireNonNull(features.get(encoders.of(article.language())))
                        .of(candidate, read.get(row), words.ofHeadline(article));
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

    private List<Candidate> candidates(Set<String> stems, Map<Encoder, EncodedText> question, ArticleScope scope)
            throws IOException {
        Map<Integer, Float> bm25 = scope.scores(stems, index.similarity());
        List<ArticleScope.Member> members = scope.members();
        VectorCursor vectors = new VectorCursor(scope.reader());
        double[] words = new double[members.size()];
        double[] meanings = new double[members.size()];
        for (int index = 0; index < words.length; index++) {
            ArticleScope.Member member = members.get(index);
            words[index] = bm25.getOrDefault(member.document(), 0f);
            float[] asked = requireNonNull(question.get(encoderOf(member))).vector();
            meanings[index] = VectorUtil.dotProduct(asked, vectors.of(member.document()));
        }
        Scaled ofWords = Scaled.of(words);
        Map<Encoder, Scaled> ofMeanings = new HashMap<>();
        for (Encoder encoder : question.keySet()) {
            ofMeanings.put(
                    encoder,
                    Scaled.of(IntStream.range(0, words.length)
                            .filter(index -> encoderOf(members.get(index)).equals(encoder))
                            .mapToDouble(index -> meanings[index])
                            .toArray()));
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int index = 0; index < words.length; index++) {
            ArticleScope.Member member = members.get(index);
            double word = ofWords.apply(words[index]);
            // where the encoder does not know the language, the words alone say which sentences to look at
            double hybrid = this.index.encoders().understand(member.article().language())
                    ? (word + requireNonNull(ofMeanings.get(encoderOf(member))).apply(meanings[index])) / 2
                    : word;
            candidates.add(new Candidate(member, words[index], meanings[index], hybrid));
        }
        return candidates;
    }

    private Encoder encoderOf(ArticleScope.Member member) {
        return index.encoders().of(member.article().language());
    }

    /** Maps what lies between the least and the greatest of some scores to [0, 1]; all to 0 where they are equal. */
    private record Scaled(double least, double greatest) {
        static Scaled of(double[] scores) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double score : scores) {
                least = Math.min(least, score);
                greatest = Math.max(greatest, score);
            }
            return new Scaled(least, greatest);
        }

        double apply(double score) {
            return greatest > least ? (score - least) / (greatest - least) : 0;
        }
    }
}
