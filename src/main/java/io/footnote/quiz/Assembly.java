package io.footnote.quiz;

import io.footnote.article.Article;
import io.footnote.language.Annotator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Turns chosen candidates into items: puts the keys evenly over the positions and trims explanations. */
final class Assembly {
    private final Article article;
    private final Annotator annotator;
    private final Random random;
    private final List<Integer> positions = new ArrayList<>();

    Assembly(Article article, Annotator annotator, Random random) {
        this.article = article;
        this.annotator = annotator;
        this.random = random;
    }

    List<QuizItem> items(List<Candidate> candidates) {
        return candidates.stream().map(this::item).toList();
    }

    private QuizItem item(Candidate candidate) {
        List<String> options = new ArrayList<>();
        int correct;
        if (candidate.type() == ItemType.TRUE_FALSE) {
            options.addAll(List.of(QuizItem.TRUE, QuizItem.FALSE));
            correct = options.indexOf(candidate.key());
        } else {
            options.addAll(candidate.distractors());
            Collections.shuffle(options, random);
            correct = position(options.size() + 1);
            options.add(correct, candidate.key());
        }
        String fact =
                Facts.of(annotator.annotate(candidate.sentence().source()), factKey(candidate), annotator.lexicon());
        return new QuizItem(
                Facts.fingerprint(article.id() + candidate.asked()),
                candidate.type(),
                candidate.asked(),
                options,
                correct,
                explanation(candidate.sentence().source()),
                article.id(),
                candidate.evidence(),
                fact);
    }

    private static String factKey(Candidate candidate) {
        return candidate.type() == ItemType.TRUE_FALSE ? "" : candidate.key();
    }

    /** Each position once, in an order of chance, before any comes again. */
    private int position(int options) {
        if (options <= QuizMaker.LEAST_DISTRACTORS + 1) {
            return random.nextInt(options);
        }
        if (positions.isEmpty()) {
            positions.addAll(List.of(0, 1, 2, 3));
            Collections.shuffle(positions, random);
        }
        return positions.removeLast();
    }

    /** The sentence, cut at a word where it is too long. */
    static String explanation(String sentence) {
        if (sentence.length() <= QuizItem.MAX_EXPLANATION) {
            return sentence;
        }
        int cut = sentence.lastIndexOf(' ', QuizItem.MAX_EXPLANATION - 1);
        return sentence.substring(0, cut > 0 ? cut : QuizItem.MAX_EXPLANATION - 1)
                        .strip() + "…";
    }
}
