package io.footnote.answer;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import io.footnote.language.Quantity;
import io.footnote.language.Token;
import io.footnote.retrieval.RankedSentence;
import io.footnote.retrieval.Ranking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where another article says otherwise than the best sentence: most of the words are the same, but a number of the
 * same thing, or the one name that they do not share, is another. Looks at words alone; what is told in other words is not
 * seen. Safe for any number of threads.
 */
final class Disagreement {
    /** What share of the words of the shorter sentence, numbers and names aside, must be in the other. */
    private static final double SAME_WORDS = 0.6;

    /** Fewer words in common could be chance. */
    private static final int FEWEST_SHARED = 3;

    /** How good the other sentence must be, as a share of the best one's score. */
    private static final double GOOD_ENOUGH = 0.1;

    private final Annotator annotator = new Annotator(Lexicon.english());

    /** The best sentence of another article that disagrees with the best of all, or nothing. */
    Optional<RankedSentence> with(Ranking ranking) {
        if (ranking.articles().size() < 2 || ranking.sentences().size() < 2) {
            return Optional.empty();
        }
        RankedSentence best = ranking.sentences().getFirst();
        Reading first = read(ranking.textOf(best));
        return ranking.sentences().stream()
                .skip(1)
                .filter(other -> !other.articleId().equals(best.articleId()))
                .filter(other -> other.score() >= GOOD_ENOUGH * best.score())
                .filter(other -> first.contradicts(read(ranking.textOf(other))))
                .findFirst();
    }

    private Reading read(String text) {
        AnnotatedText annotated = annotator.annotate(text);
        Set<Integer> named = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Name name : annotated.names()) {
            for (int index = name.first(); index <= name.last(); index++) {
                named.add(index);
            }
            name.tokens().forEach(token -> names.add(token.norm()));
        }
        for (Quantity quantity : annotated.quantities()) {
            for (int index = quantity.first(); index <= quantity.last(); index++) {
                named.add(index);
            }
        }
        Set<String> words = new HashSet<>();
        for (int index = 0; index < annotated.tokens().size(); index++) {
            Token token = annotated.tokens().get(index);
            if (token.isWord() && !named.contains(index) && !annotator.lexicon().isStopWord(token.norm())) {
                words.add(token.key());
            }
        }
        return new Reading(words, names, annotated.quantities());
    }

    /**
     * A sentence taken apart.
     *
     * @param words what its words are compared by, numbers, names and stop words aside
     * @param names the words of its names in lower case
     * @param quantities its numbers
     */
    private record Reading(Set<String> words, Set<String> names, List<Quantity> quantities) {

        boolean contradicts(Reading other) {
            Set<String> shared = new HashSet<>(words);
            shared.retainAll(other.words);
            int shorter = Math.min(words.size(), other.words.size());
            if (shared.size() < FEWEST_SHARED || shared.size() < SAME_WORDS * shorter) {
                return false;
            }
            return otherNumber(other) || otherName(other);
        }

        /** Whether one of its numbers has a number of the same thing in the other, but never its own value. */
        private boolean otherNumber(Reading other) {
            return quantities.stream().anyMatch(mine -> {
                List<Quantity> theirs = other.quantities.stream()
                        .filter(one -> one.kind() == mine.kind() && Objects.equals(one.unit(), mine.unit()))
                        .toList();
                return !theirs.isEmpty() && theirs.stream().noneMatch(mine::sameValue);
            });
        }

        /** Whether each has a name that the other lacks, while they agree in another. */
        private boolean otherName(Reading other) {
            List<String> mine = new ArrayList<>(names);
            mine.removeAll(other.names);
            List<String> theirs = new ArrayList<>(other.names);
            theirs.removeAll(names);
            return !mine.isEmpty() && !theirs.isEmpty() && words.equals(other.words);
        }
    }
}
