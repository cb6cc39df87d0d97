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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

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
    /** From this share of common words on, two sentences state the same. */
    private static final double SAME = 0.6;

    private final Annotator annotator;
    private final ArticleReading reading;
    private final CitationGate gate;
    private final List<ItemMaker> makers = List.of(
            new SubjectMaker(),
            new RoleMaker(),
            new WhenWhereMaker(),
            new HowManyMaker(),
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
        candidates.sort(Comparator.comparingDouble(QuizMaker::worth).reversed());
        List<Candidate> chosen = choose(candidates, count, read);
        Assembly assembly = new Assembly(article, annotator, random);
        return new Quiz(assembly.items(chosen), count);
    }

    private static double worth(Candidate candidate) {
        return candidate.weight() * (0.3 + candidate.sentence().centrality());
    }

    /**
     * The types take turns, the one with the fewest items so far first, of those the one with the fewest candidates;
     * within a type the most central comes first.
     */
    private List<Candidate> choose(List<Candidate> candidates, int count, ReadArticle article) {
        List<Candidate> chosen = new ArrayList<>();
        Map<ItemType, Integer> taken = new EnumMap<>(ItemType.class);
        List<Candidate> open = new ArrayList<>(candidates);
        Map<ItemType, Long> offered =
                candidates.stream().collect(Collectors.groupingBy(Candidate::type, Collectors.counting()));
        int trues = 0;
        while (chosen.size() < count && !open.isEmpty()) {
            boolean preferTrue = trues * 2 < taken.getOrDefault(ItemType.TRUE_FALSE, 0);
            Candidate next = Collections.min(
                    open,
                    Comparator.comparingDouble((Candidate candidate) -> turn(candidate, taken))
                            .thenComparing(candidate -> offered.getOrDefault(candidate.type(), 0L))
                            .thenComparing(candidate -> candidate.type() == ItemType.TRUE_FALSE
                                    && candidate.key().equals(QuizItem.TRUE) != preferTrue)
                            .thenComparing(
                                    Comparator.comparingDouble(QuizMaker::worth).reversed()));
            open.remove(next);
            Candidate checked = conflicts(next, chosen) ? null : checked(next, article);
            if (checked != null) {
                chosen.add(checked);
                taken.merge(checked.type(), 1, Integer::sum);
                trues += checked.key().equals(QuizItem.TRUE) ? 1 : 0;
            }
        }
        return chosen;
    }

    /** How many items of a type there may be before it has to wait; gaps wait longest, since they ask for least. */
    private static double turn(Candidate candidate, Map<ItemType, Integer> taken) {
        double share = switch (candidate.type()) {
            case CLOZE, TRUE_FALSE -> 2;
            default -> 1;
        };
        return taken.getOrDefault(candidate.type(), 0) * share;
    }

    /** Whether another item is made from the same sentence or from one that states the same. */
    private boolean conflicts(Candidate candidate, List<Candidate> chosen) {
        Set<String> words = words(candidate.sentence());
        for (Candidate other : chosen) {
            if (!Collections.disjoint(other.evidence(), candidate.evidence())) {
                return true;
            }
            Set<String> common = words(other.sentence());
            int smaller = Math.min(common.size(), words.size());
            common.retainAll(words);
            if (common.size() >= SAME * smaller) {
                return true;
            }
        }
        return false;
    }

    private Set<String> words(ReadSentence sentence) {
        Set<String> keys = new HashSet<>();
        sentence.annotated().tokens().stream()
                .filter(token -> token.isWord() && !annotator.lexicon().isStopWord(token.norm()))
                .forEach(token -> keys.add(token.key()));
        return keys;
    }

    /** The candidate with distractors that the article does not support, or null where too few are left. */
    private @org.jspecify.annotations.Nullable Candidate checked(Candidate candidate, ReadArticle article) {
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
                .anyMatch(sentence -> gate.judge(statement, sentence.support()).verdict() == Verdict.SUPPORTED);
    }
}
