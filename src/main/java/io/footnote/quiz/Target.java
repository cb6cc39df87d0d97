package io.footnote.quiz;

import io.footnote.language.DateMention;
import io.footnote.language.Name;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.Quantity;
import io.footnote.language.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sentence that can be asked for or changed, with what could stand there wrongly. Immutable.
 *
 * @param start the first unit in the sentence's text
 * @param end the unit after the last
 * @param key what stands there, or the full name of whom it names
 * @param distractors wrong values of the same kind, the best first
 * @param weight how good a thing it is to ask for
 */
record Target(int start, int end, String key, List<String> distractors, double weight) {

    private static final Pattern DIGITS = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    /** Everything in a sentence that can be asked for: numbers, dates and names with at least three distractors. */
    static List<Target> of(ReadSentence sentence, ReadArticle article) {
        List<Target> targets = new ArrayList<>();
        List<Token> tokens = sentence.annotated().tokens();
        for (Quantity quantity : sentence.annotated().quantities()) {
            int start = tokens.get(quantity.first()).start();
            int end = tokens.get(quantity.last()).end();
            String written = sentence.text().substring(start, end);
            boolean counted = quantity.kind() == Quantity.Kind.COUNT
                    || quantity.kind() == Quantity.Kind.PERCENT
                    || quantity.kind() == Quantity.Kind.MONEY;
            boolean glued = end < sentence.text().length()
                            && ("-–/".indexOf(sentence.text().charAt(end)) >= 0
                                    || Character.isLetter(sentence.text().charAt(end)))
                    || start > 0 && "-–/.".indexOf(sentence.text().charAt(start - 1)) >= 0;
            boolean one = written.equalsIgnoreCase("one") || written.equals("1") || written.equalsIgnoreCase("half");
            int word = sentence.wordAt(start);
            int next = sentence.wordAt(end);
            boolean bound = Set.of("or", "and", "to", "between", "from").contains(sentence.lower(word - 1))
                    || Set.of("or", "to").contains(sentence.lower(next));
            boolean named = sentence.is(word - 1, PartOfSpeech.PROPN)
                    || (sentence.is(word - 1, PartOfSpeech.NOUN) && !sentence.is(next, PartOfSpeech.NOUN));
            boolean age =
                    sentence.lower(word - 1).equals(",") && sentence.lower(next).equals(",")
                            || sentence.lower(word - 1).equals("aged");
            double weight = Emphasis.inMainClause(sentence, word) ? 1 : Candidate.SECOND_RATE;
            boolean known = sentence.lower(word - 1).equals("the")
                    || Set.of("more", "other", "further", "additional").contains(sentence.lower(next));
            boolean listed =
                    sentence.text().indexOf(':', end) >= 0 || sentence.text().startsWith(" (", end);
            if (!bound
                    && !Emphasis.pairs(sentence)
                    && !named
                    && !age
                    && !listed
                    && !known
                    && counted
                    && !one
                    && !glued
                    && written.matches(".*\\d.*|[A-Za-z]+")) {
                add(
                        targets,
                        start,
                        end,
                        written,
                        contradicting(quantity, beside(quantity, sentence, numbers(written, word, sentence, article))),
                        weight);
            }
        }
        for (DateMention date : sentence.annotated().dates()) {
            int start = tokens.get(date.first()).start();
            int end = tokens.get(date.last()).end();
            String written = sentence.text().substring(start, end);
            boolean glued = end < sentence.text().length()
                            && "-/".indexOf(sentence.text().charAt(end)) >= 0
                    || sentence.written(sentence.wordAt(end), sentence.wordAt(end) + 1)
                            .matches("\\p{Lu}.*");
            boolean year = written.matches("[12]\\d{3}");
            boolean weekday = written.endsWith("day");
            double weight =
                    year && Emphasis.inMainClause(sentence, sentence.wordAt(start)) ? 0.9 : Candidate.SECOND_RATE;
            // In the present tense the years that are over give themselves away.
            boolean planned = year && sentence.text().matches(".*\\b(?:is|are|will)\\b.*\\bto \\w+.*");
            if (!glued && !weekday && !planned) {
                add(targets, start, end, written, Distractors.dates(written, article), weight);
            }
        }
        for (Name name : sentence.annotated().names()) {
            int start = tokens.get(name.first()).start();
            int end = tokens.get(name.last()).end();
            String written = sentence.text().substring(start, end);
            Entity entity = article.entity(written);
            String rest = sentence.with(start, end, "");
            int word = sentence.wordAt(start);
            double weight = Emphasis.inMainClause(sentence, word) ? 0.8 : Candidate.SECOND_RATE / 2;
            boolean the = sentence.lower(word - 1).equals("the");
            boolean example = Set.of("like", "including").contains(sentence.lower(word - 1))
                    || sentence.lower(word - 2).equals("such");
            boolean insideOther = example
                    || end < sentence.text().length()
                            && "-/".indexOf(sentence.text().charAt(end)) >= 0
                    || sentence.text().startsWith(" al-", end)
                    || start > 0 && sentence.text().charAt(start - 1) == '-'
                    || ownsName(sentence, sentence.wordAt(end))
                    || goesOn(sentence, sentence.wordAt(end))
                    || sentence.is(sentence.wordAt(end), PartOfSpeech.NOUN)
                    || sentence.is(sentence.wordAt(end), PartOfSpeech.ADJ)
                    || word > 0 && sentence.is(word - 1, PartOfSpeech.PROPN)
                    || word > 0
                            && sentence.is(word - 1, PartOfSpeech.NOUN)
                            && !sentence.lower(word - 1).equals("president")
                            && Character.isUpperCase(
                                    sentence.words().get(word - 1).text().charAt(0));
            if (entity != null
                    && !insideOther
                    && the == entity.definite()
                    && !QuizItem.holds(rest, written)
                    && !QuizItem.holds(rest, entity.last())
                    && entity.kind() != Entity.Kind.OTHER) {
                List<String> like = Distractors.named(entity, article, rest).stream()
                        .filter(option -> {
                            Entity other = article.entity(option);
                            return other != null && article.likeness().alike(entity, other, rest);
                        })
                        .toList();
                add(targets, start, end, entity.text(), like, weight);
            }
        }
        targets.removeIf(target -> article.titleStates(target.key()));
        return targets;
    }

    /** Whether "for" or "of" with a further name follows, so that both are one name. */
    private static boolean goesOn(ReadSentence sentence, int next) {
        return Set.of("for", "of", "on").contains(sentence.lower(next)) && sentence.is(next + 1, PartOfSpeech.PROPN);
    }

    private static List<String> numbers(String written, int word, ReadSentence sentence, ReadArticle article) {
        boolean age = sentence.lower(word - 1).equals("of")
                && sentence.lower(word - 2).equals("age");
        return age ? AgeMaker.others(written, article) : Distractors.numbers(written, article);
    }

    /** Those that are greater or less than the sentence's other numbers as the key is: what grew did not grow to less. */
    private static List<String> beside(Quantity key, ReadSentence sentence, List<String> numbers) {
        List<BigDecimal> others = sentence.annotated().quantities().stream()
                .filter(other -> !other.equals(key) && other.kind() == key.kind())
                .map(Quantity::value)
                .toList();
        return numbers.stream()
                .filter(number -> {
                    BigDecimal value = value(number);
                    return value == null
                            || others.stream()
                                    .allMatch(other -> Integer.signum(value.compareTo(other))
                                            == Integer.signum(key.value().compareTo(other)));
                })
                .toList();
    }

    /** The number that a text is, or null where it has no digits. */
    static @Nullable BigDecimal value(String number) {
        Matcher digits = DIGITS.matcher(number);
        return digits.find() ? new BigDecimal(digits.group().replace(",", "")) : null;
    }

    /** More than 80 is more than 40 as well: behind a bound only the numbers beyond it say something else. */
    private static List<String> contradicting(Quantity quantity, List<String> numbers) {
        if (quantity.bound() != Quantity.Bound.ABOVE && quantity.bound() != Quantity.Bound.BELOW) {
            return numbers;
        }
        int wanted = quantity.bound() == Quantity.Bound.ABOVE ? 1 : -1;
        return numbers.stream()
                .filter(number -> {
                    BigDecimal value = value(number);
                    return value != null && Integer.signum(value.compareTo(quantity.value())) == wanted;
                })
                .toList();
    }

    /** Whether a possessive with a further name follows, so that both are one name. */
    private static boolean ownsName(ReadSentence sentence, int next) {
        boolean possessive =
                sentence.lower(next).equals("’s") || sentence.lower(next).equals("'s");
        return possessive
                && next + 1 < sentence.words().size()
                && Character.isUpperCase(sentence.words().get(next + 1).text().charAt(0));
    }

    private static void add(
            List<Target> targets, int start, int end, String key, List<String> distractors, double weight) {
        if (distractors.size() >= QuizMaker.LEAST_DISTRACTORS) {
            targets.add(new Target(start, end, key, distractors, weight));
        }
    }
}
