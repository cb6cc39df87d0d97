package io.footnote.quiz;

import io.footnote.article.Article;
import io.footnote.grounding.CitationGate;
import io.footnote.grounding.Verdict;
import io.footnote.language.Annotator;
import io.footnote.language.Tagger;
import io.footnote.language.WordNet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes quiz items from an article's own sentences, without a model. Every key rests on a sentence; every distractor, put
 * in the key's place, is a statement that the gate finds unsupported. Central sentences come first, no two items are made
 * from one sentence, and the types take turns. The same article, number and seed give the same items. Safe for any number
 * of threads.
 */
public final class QuizMaker {
    /** The most items that can be asked for at once. */
    public static final int MAX_COUNT = 50;
    /** How many wrong options an item has, true or false apart. */
    static final int DISTRACTORS = 3;
    /** How few do. */
    static final int LEAST_DISTRACTORS = 2;

    private final Annotator annotator;
    private final ArticleReading reading;
    private final CitationGate gate;
    private final List<ItemMaker> makers = List.of(
            new SubjectMaker(),
            new RoleMaker(),
            new WhenWhereMaker(),
            new LocationMaker(),
            new HowManyMaker(),
            new PercentMaker(),
            new QuoteMaker(),
            new OrderMaker(),
            new TrueFalseMaker(),
            new ClozeMaker());

    /**
     * @param gate finds out which statements the article supports
     */
    public QuizMaker(Annotator annotator, Tagger tagger, WordNet words, CitationGate gate) {
        this.annotator = annotator;
        this.reading = new ArticleReading(annotator, tagger, words);
        this.gate = gate;
    }

    /**
     * Items about an article.
     *
     * @param count how many are wanted, 1 to {@link #MAX_COUNT}; fewer come of an article with fewer facts
     * @param seed what chance goes by
     */
    public Quiz make(Article article, int count, long seed) {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("count must be 1 to " + MAX_COUNT + ", got " + count);
        }
        ReadArticle read = reading.read(article);
        Random random = new Random(seed);
        List<Candidate> candidates = new ArrayList<>();
        makers.forEach(maker -> candidates.addAll(maker.candidates(read)));
        Collections.shuffle(candidates, random);
        candidates.sort(Comparator.comparingDouble(Choice::worth).reversed());
        List<Candidate> chosen = new Choice(annotator, this::checked).choose(candidates, count, read);
        Assembly assembly = new Assembly(article, annotator, random);
        return new Quiz(assembly.items(chosen), count);
    }

    /** The candidate with distractors that the article does not support, or null where too few are left. */
    private @Nullable Candidate checked(Candidate candidate, ReadArticle article) {
        if (candidate.question().length() > QuizItem.MAX_QUESTION
                || candidate.type() != ItemType.TRUE_FALSE && QuizItem.holds(candidate.question(), candidate.key())) {
            return null;
        }
        ReadSentence sentence = candidate.sentence();
        if (candidate.type() == ItemType.TRUE_FALSE) {
            String statement = candidate.question().substring(TrueFalseMaker.LEAD.length());
            boolean supported = gate.judge(statement, sentence.support()).verdict() == Verdict.SUPPORTED;
            boolean wanted = candidate.key().equals(QuizItem.TRUE);
            return supported == wanted && (wanted || !supported(statement, article)) ? candidate : null;
        }
        if (candidate.type() == ItemType.ORDER) {
            return candidate;
        }
        List<String> sound = candidate.distractors().stream()
                .filter(option ->
                        option.length() <= QuizItem.MAX_OPTION && !supported(statementWith(candidate, option), article))
                .limit(DISTRACTORS)
                .toList();
        return sound.size() < LEAST_DISTRACTORS
                ? null
                : new Candidate(
                        candidate.type(),
                        sentence,
                        candidate.evidence(),
                        candidate.question(),
                        candidate.key(),
                        sound,
                        candidate.weight());
    }

    /** What the article would have to say for a distractor to be right. */
    private static String statementWith(Candidate candidate, String option) {
        String question = candidate.question();
        return switch (candidate.type()) {
            case CLOZE -> question.substring(question.indexOf(": ") + 2).replace(ClozeMaker.GAP, option);
            case QUOTE ->
                question.startsWith(QuoteMaker.LEAD)
                        ? option + " said " + question.substring(QuoteMaker.LEAD.length())
                        : option + question.substring("Who".length(), question.length() - 1) + ".";
            default ->
                option + " " + question.replaceAll("^\\S+ (?:which \\S+ )?", "").replaceAll("\\?$", ".");
        };
    }

    private boolean supported(String statement, ReadArticle article) {
        return article.sentences().stream()
                .map(ReadSentence::support)
                .distinct()
                .anyMatch(support -> gate.judge(statement, support).verdict() == Verdict.SUPPORTED);
    }
}
