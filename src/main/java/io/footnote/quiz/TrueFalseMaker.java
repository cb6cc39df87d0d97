package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A sentence, and the same with one number, date or name changed. */
final class TrueFalseMaker implements ItemMaker {
    static final String LEAD = "True or false? ";
    /** A shorter sentence says too little of what it is about. */
    private static final int LEAST_WORDS = 6;

    private static final int LONGEST_SENTENCE = 200;
    /** A longer one is a good question only where there is nothing better. */
    private static final int HANDY_SENTENCE = 170;

    /** What a statement is worth with the name of somebody changed who does nothing; a changed number is worth still less. */
    private static final double BY_THE_WAY = 0.5;
    /** Where a number is changed, nothing else of length may stand around it. */
    private static final int SHORT_SENTENCE = 120;
    /** A smaller change of a number is a trap. */
    private static final BigDecimal FAR = new BigDecimal("1.4");
    /** What is true when the article appears, and perhaps not when it is read. */
    private static final Pattern DATED =
            Pattern.compile("(?i)\\b(?:this (?:year|month|week)|today|yesterday|tomorrow|(?:last|next)"
                    + " (?:year|month|week)|currently|ago)\\b|^(?:not|even|nor|other) ");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            if (!sentence.selfContained()
                    || !sentence.context().isEmpty()
                    || sentence.text().length() > LONGEST_SENTENCE
                    || sentence.text().split(" ").length < LEAST_WORDS
                    || !Emphasis.isPlain(sentence)) {
                continue;
            }
            boolean plain = sentence.text().length() <= HANDY_SENTENCE
                    && !DATED.matcher(sentence.text()).find();
            if (states(sentence, article)) {
                candidates.add(
                        candidate(sentence, sentence.text(), QuizItem.TRUE, plain ? 0.6 : Candidate.SECOND_RATE));
            }
            for (Opposites.Turn turn : Opposites.of(sentence)) {
                String changed = sentence.with(turn.start(), turn.end(), turn.opposite());
                candidates.add(candidate(sentence, changed, QuizItem.FALSE, plain ? 1 : Candidate.SECOND_RATE));
            }
            for (Target target : Target.of(sentence, article)) {
                boolean person = isPerson(target, article);
                boolean name = article.entity(target.key()) != null;
                boolean names = target.key().matches("[12]\\d{3}")
                        && sentence.is(sentence.wordAt(target.end()), PartOfSpeech.NOUN);
                if (names
                        || (!name
                                && sentence.annotated().quantities().size()
                                                + sentence.annotated().dates().size()
                                        > 1)
                        || target.key().matches("\\p{Lu}\\p{Ll}+") && !name) {
                    continue; // nobody notices another weekday, or another year in what something is called
                }
                String rest = sentence.with(target.start(), target.end(), "");
                if (name && !Emphasis.inMainClause(sentence, sentence.wordAt(target.start()))
                        || person && article.likeness().callsSomebody(rest)) {
                    continue; // a pronoun would give the other person away
                }
                boolean noticed = name && Emphasis.isActor(sentence, sentence.wordAt(target.start()));
                double catching = noticed ? target.weight() : name ? BY_THE_WAY : Candidate.SECOND_RATE;
                boolean year = target.key().matches("[12]\\d{3}");
                if (!name && (sentence.text().length() > SHORT_SENTENCE || (year && !sentence.clear()))) {
                    continue; // one number among much that is true is a trap
                }
                double weight = plain ? catching : Candidate.SECOND_RATE;
                for (String wrong : wrong(target, name)) {
                    String changed = sentence.with(target.start(), target.end(), wrong);
                    candidates.add(candidate(sentence, changed, QuizItem.FALSE, weight));
                }
            }
        }
        return candidates;
    }

    /** Two names, or two numbers far enough above the true one: whoever has 700 has 400 as well. */
    private static List<String> wrong(Target target, boolean name) {
        BigDecimal value = Target.value(target.key());
        boolean year = target.key().matches("[12]\\d{3}");
        return target.distractors().stream()
                .filter(other -> {
                    BigDecimal changed = Target.value(other);
                    return name
                            || year
                            || (value != null && changed != null && changed.compareTo(value.multiply(FAR)) >= 0);
                })
                .limit(QuizMaker.LEAST_DISTRACTORS)
                .toList();
    }

    /** Whether it names somebody or something, a number or a date: else there is little that could be remembered. */
    private static boolean states(ReadSentence sentence, ReadArticle article) {
        return !sentence.annotated().dates().isEmpty()
                || !sentence.annotated().quantities().isEmpty()
                || sentence.annotated().names().stream()
                        .map(name -> article.entity(sentence.annotated().written(name.first(), name.last())))
                        .anyMatch(entity -> entity != null && entity.kind() != Entity.Kind.OTHER);
    }

    private static boolean isPerson(Target target, ReadArticle article) {
        Entity entity = article.entity(target.key());
        return entity != null && entity.kind() == Entity.Kind.PERSON;
    }

    private static Candidate candidate(ReadSentence sentence, String statement, String key, double weight) {
        return new Candidate(
                ItemType.TRUE_FALSE, sentence, sentence.evidence(), LEAD + statement, key, List.of(), weight);
    }
}
