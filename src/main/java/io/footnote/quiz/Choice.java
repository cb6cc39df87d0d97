package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among candidates. The types take turns, the one with the fewest items so far first, of those the one with the
 * fewest candidates; within a type the most central comes first. Each item has a sentence of its own; only where that
 * gives too few, a sentence gives a second item, which neither repeats the first nor gives it away.
 */
final class Choice {
    /** From this share of common words on, two sentences state the same. */
    private static final double SAME = 0.6;
    /** From this share on, two questions from one sentence are too much alike. */
    private static final double ALIKE = 0.4;
    /** From so many items on, none is made from a sentence that is not quite clear by itself. */
    private static final int ENOUGH = 10;
    /** So many types every quiz should have. */
    private static final int TYPES = 5;
    /** By so many true statements may outnumber false ones where an article gives too little else. */
    private static final int MOST_UNEVEN = 2;
    /** A longer question is harder to read than it need be. */
    private static final int HANDY = 180;
    /** A shorter statement seldom says what it is about. */
    private static final int TELLING = 60;

    private final Annotator annotator;
    private final BiFunction<Candidate, ReadArticle, @Nullable Candidate> check;

    /** @param check the candidate with sound distractors, or null where it cannot be asked */
    Choice(Annotator annotator, BiFunction<Candidate, ReadArticle, @Nullable Candidate> check) {
        this.annotator = annotator;
        this.check = check;
    }

    static double worth(Candidate candidate) {
        boolean whole = candidate.type() == ItemType.CLOZE || candidate.type() == ItemType.TRUE_FALSE;
        double telling = whole && candidate.sentence().text().length() < TELLING ? 0.5 : 1;
        double handy = candidate.question().length() > HANDY ? 0.7 : 1;
        return candidate.weight()
                * telling
                * handy
                * (0.3 + candidate.sentence().centrality());
    }

    /**
     * At most so many of the candidates, in the order they are to be asked.
     *
     * @param first those that come before all others and are checked already
     */
    List<Candidate> choose(List<Candidate> first, List<Candidate> candidates, int count, ReadArticle article) {
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate candidate : first) {
            if (chosen.size() < count && chosen.stream().noneMatch(other -> repeats(candidate, other))) {
                chosen.add(candidate);
            }
        }
        List<Candidate> best = candidates.stream().filter(Candidate::firstRate).toList();
        List<Candidate> second =
                candidates.stream().filter(candidate -> !candidate.firstRate()).toList();
        // Good questions come first, so that no weaker item takes their sentences; then the types that are lacking.
        long offered = best.stream().map(Candidate::type).distinct().count();
        List<Candidate> questions = best.stream()
                .filter(candidate -> candidate.type() != ItemType.CLOZE && candidate.type() != ItemType.TRUE_FALSE)
                .toList();
        fill(chosen, questions, count - Math.max(0, TYPES - (int) offered), article, false, 0);
        addMissingTypes(chosen, best, second, count, article, false);
        List<Candidate> left = fill(chosen, best, count, article, false, 0);
        fill(chosen, left, count, article, true, 0);
        addMissingTypes(chosen, chosen, second, count, article, false);
        int enough = Math.min(count, ENOUGH);
        List<Candidate> understood =
                candidates.stream().filter(Choice::understood).toList();
        fillUp(chosen, understood, enough, article);
        fillUp(chosen, candidates, enough, article);
        addMissingTypes(chosen, chosen, candidates, count, article, true);
        return chosen;
    }

    /** Fills up with what is left, first in balance, then with more true or false statements than of the others. */
    private void fillUp(List<Candidate> chosen, List<Candidate> candidates, int count, ReadArticle article) {
        for (int uneven = 0; uneven <= MOST_UNEVEN; uneven++) {
            List<Candidate> left = fill(chosen, candidates, count, article, false, uneven);
            fill(chosen, left, count, article, true, uneven);
        }
    }

    /** Whether what it speaks of is clear, or it asks something that does without; statements that are not come last. */
    private static boolean understood(Candidate candidate) {
        return (candidate.sentence().clear() && Emphasis.isPlain(candidate.sentence()))
                || candidate.type().asks()
                || candidate.type() == ItemType.QUOTE;
    }

    /** Adds one of each type that others lack, until there are enough types. */
    private void addMissingTypes(
            List<Candidate> chosen,
            List<Candidate> others,
            List<Candidate> second,
            int count,
            ReadArticle article,
            boolean sharing) {
        Set<ItemType> types = others.stream().map(Candidate::type).collect(Collectors.toSet());
        for (ItemType type : ItemType.values()) {
            if (types.size() < TYPES && !types.contains(type) && chosen.size() < count) {
                List<Candidate> ofType = second.stream()
                        .filter(candidate -> candidate.type() == type)
                        .toList();
                int before = chosen.size();
                fill(
                        chosen,
                        ofType.stream().filter(Choice::understood).toList(),
                        before + 1,
                        article,
                        sharing,
                        sharing ? 1 : 0);
                fill(chosen, ofType, before + 1, article, sharing, sharing ? 1 : 0);
                if (chosen.size() > before) {
                    types.add(type);
                }
            }
        }
    }

    /** Adds to those chosen; returns the candidates that stood in the way of others. */
    private List<Candidate> fill(
            List<Candidate> chosen,
            List<Candidate> candidates,
            int count,
            ReadArticle article,
            boolean sharing,
            int uneven) {
        List<Candidate> open = new ArrayList<>(candidates);
        List<Candidate> passed = new ArrayList<>();
        Map<ItemType, Integer> taken = new EnumMap<>(ItemType.class);
        chosen.forEach(candidate -> taken.merge(candidate.type(), 1, Integer::sum));
        Map<ItemType, Long> offered =
                candidates.stream().collect(Collectors.groupingBy(Candidate::type, Collectors.counting()));
        while (chosen.size() < count) {
            List<Candidate> asked = open.stream()
                    .filter(candidate -> balanced(candidate, chosen, uneven))
                    .toList();
            if (asked.isEmpty()) {
                passed.addAll(open);
                break;
            }
            Candidate best = Collections.min(asked, order(taken, offered, surplus(chosen)));
            open.remove(best);
            boolean told = chosen.stream().anyMatch(other -> tells(best, other))
                    && !best.firstRate()
                    && article.contexts().pointsNowhere(best.bare());
            Candidate next = told ? best.alone() : best;
            if (chosen.stream().anyMatch(other -> tells(next, other) || tells(other, next))) {
                continue;
            }
            if (chosen.stream().anyMatch(other -> sharing ? givesAway(next, other) : repeats(next, other))) {
                passed.add(next);
                continue;
            }
            Candidate checked = check.apply(next, article);
            if (checked != null) {
                chosen.add(checked);
                taken.merge(checked.type(), 1, Integer::sum);
            }
        }
        return passed;
    }

    /** How many more statements are true than false. */
    private static int surplus(List<Candidate> chosen) {
        int surplus = 0;
        for (Candidate candidate : chosen) {
            surplus += candidate.type() != ItemType.TRUE_FALSE
                    ? 0
                    : candidate.key().equals(QuizItem.TRUE) ? 1 : -1;
        }
        return surplus;
    }

    /** Whether true and false statements stay about as many, so that neither is the better guess. */
    private static boolean balanced(Candidate candidate, List<Candidate> chosen, int uneven) {
        if (candidate.type() != ItemType.TRUE_FALSE) {
            return true;
        }
        int surplus = surplus(chosen);
        return candidate.key().equals(QuizItem.TRUE) ? surplus < uneven : surplus >= -uneven;
    }

    private static Comparator<Candidate> order(Map<ItemType, Integer> taken, Map<ItemType, Long> offered, int surplus) {
        boolean preferTrue = surplus < 0;
        return Comparator.comparingDouble((Candidate candidate) -> turn(candidate, taken))
                .thenComparing(candidate -> offered.getOrDefault(candidate.type(), 0L))
                .thenComparing(candidate -> candidate.type() == ItemType.TRUE_FALSE
                        && candidate.key().equals(QuizItem.TRUE) != preferTrue)
                .thenComparing(Comparator.comparingDouble(Choice::worth).reversed());
    }

    /** How many items of a type there may be before it has to wait; gaps wait longest, since they ask for least. */
    private static double turn(Candidate candidate, Map<ItemType, Integer> taken) {
        double share = switch (candidate.type()) {
            case CLOZE, TRUE_FALSE -> 3;
            default -> 1;
        };
        // What happened first takes up the sentences of several other questions.
        int later = candidate.type() == ItemType.ORDER ? 1 : 0;
        return later + taken.getOrDefault(candidate.type(), 0) * share;
    }

    /** Whether another item is made from the same sentence or from one that states the same. */
    private boolean repeats(Candidate candidate, Candidate other) {
        return !Collections.disjoint(madeFrom(other), madeFrom(candidate))
                || share(other.sentence().annotated(), candidate.sentence().annotated()) >= SAME;
    }

    /** Whether what has to be read before one item says what the other asks for. */
    private static boolean tells(Candidate candidate, Candidate other) {
        boolean opensWithIt = candidate.context().contains(other.sentence().text());
        return opensWithIt && holdsKey(candidate.asked(), other);
    }

    /** The sentences it states something of; one that only says whom a pronoun means may serve others too. */
    private static List<Integer> madeFrom(Candidate candidate) {
        return candidate.type() == ItemType.ORDER
                ? candidate.evidence()
                : List.of(candidate.sentence().number());
    }

    /** Whether one of two items says what the other asks for, or asks for the same. */
    private boolean givesAway(Candidate candidate, Candidate other) {
        if (Collections.disjoint(madeFrom(other), madeFrom(candidate))) {
            return repeats(candidate, other);
        }
        return candidate.key().equals(other.key())
                || candidate.type() == ItemType.ORDER
                || other.type() == ItemType.ORDER
                || holdsKey(candidate.question(), other)
                || holdsKey(other.question(), candidate)
                || share(annotator.annotate(candidate.bare()), annotator.annotate(other.bare())) >= ALIKE;
    }

    private static boolean holdsKey(String question, Candidate other) {
        return QuizItem.holds(question, other.key());
    }

    /** The share of common content words, of the text that has fewer. */
    private double share(AnnotatedText one, AnnotatedText other) {
        Set<String> words = words(one);
        Set<String> common = words(other);
        int smaller = Math.min(common.size(), words.size());
        common.retainAll(words);
        return smaller == 0 ? 1 : (double) common.size() / smaller;
    }

    private Set<String> words(AnnotatedText text) {
        Set<String> keys = new HashSet<>();
        text.tokens().stream()
                .filter(token -> token.isWord() && !annotator.lexicon().isStopWord(token.norm()))
                .forEach(token -> keys.add(token.key()));
        return keys;
    }
}
