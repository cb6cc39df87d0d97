package io.footnote.quiz;

import io.footnote.language.PartOfSpeech;
import io.footnote.language.Quantity;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many: the number before a plain plural is asked for, in the subject or right after the verb. */
final class HowManyMaker implements ItemMaker {
    private static final Set<String> NOT_COUNTED = Set.of(
            "per", "percent", "%", "times", "of", "years", "year", "months", "weeks", "days", "hours", "minutes", "mph",
            "km", "kg");
    /** A further number joined to this one, which a question about one of them would leave hanging. */
    private static final String ANOTHER_NUMBER =
            " and (?:[0-9]|two |three |four |five |six |seven |eight |nine |ten ).*$";

    private static final Pattern TAIL = Pattern.compile(", (?:which|where|who|whose|both|with|the|a|an|and) .*$");

    private static final Set<String> APPROXIMATE =
            Set.of("about", "nearly", "almost", "around", "some", "approximately", "over", "only", "roughly");

    @Override
    public List<Candidate> candidates(ReadArticle article) {
        List<Candidate> candidates = new ArrayList<>();
        for (ReadSentence sentence : article.sentences()) {
            for (Quantity quantity : sentence.annotated().quantities()) {
                if (quantity.kind() == Quantity.Kind.COUNT && sentence.selfContained()) {
                    Candidate candidate = candidate(sentence, quantity, article);
                    if (candidate != null) {
                        candidates.add(candidate);
                    }
                }
            }
        }
        return candidates;
    }

    private static @Nullable Candidate candidate(ReadSentence sentence, Quantity quantity, ReadArticle article) {
        List<Token> tokens = sentence.annotated().tokens();
        int start = tokens.get(quantity.first()).start();
        int end = tokens.get(quantity.last()).end();
        int number = sentence.wordAt(start);
        int noun = sentence.wordAt(end);
        int after = afterNoun(sentence, noun);
        Clause clause = Clause.of(sentence);
        boolean further = Set.of("more", "other", "further", "additional").contains(sentence.lower(noun));
        boolean ranges = Set.of("to", "or").contains(sentence.lower(noun))
                || Set.of("to", "or", "between", "from").contains(sentence.lower(number - 1));
        if (after == noun || further || ranges || sentence.quotes()) {
            return null;
        }
        String key = sentence.text().substring(start, end);
        boolean about = APPROXIMATE.contains(sentence.lower(number - 1));
        int phrase = about ? number - 1 : number;
        String things = sentence.written(noun, after);
        String question = null;
        if (phrase == 0 && clause != null && clause.last() >= after && clause.lead() == 0) {
            question = asked(
                    clause, "How many " + sentence.written(noun, clause.last()) + " " + clause.predicateWithLead());
        } else if (clause != null && phrase == objectOf(clause)) {
            boolean qualified = sentence.is(after, PartOfSpeech.VERB)
                    || (sentence.lower(after).equals("at") && sentence.is(after + 1, PartOfSpeech.PROPN))
                    || Set.of("of", "whose", "who", "that", "which", "aged", "under", "over")
                            .contains(sentence.lower(after));
            for (int index = after; qualified && index < clause.end(); index++) {
                if (sentence.lower(index).equals("to")) {
                    return null;
                }
            }
            int left = qualified ? clause.end() : after;
            String inverted = clause.inverted(phrase, left);
            String lead = clause.lead() == 0 || inverted == null ? "" : " " + clause.leadInside();
            String counted = qualified
                    ? TAIL.matcher(sentence.written(noun, clause.end())).replaceFirst("")
                    : things;
            question = inverted == null ? null : asked(clause, "How many " + counted + " " + inverted + lead);
        }
        List<String> distractors = Distractors.numbers(key, article);
        boolean usable =
                question != null && !key.equalsIgnoreCase("one") && distractors.size() >= QuizMaker.LEAST_DISTRACTORS;
        return !usable || question == null
                ? null
                : new Candidate(
                        ItemType.HOW_MANY,
                        sentence,
                        sentence.evidence(),
                        question,
                        about ? capital(sentence.written(phrase, number) + " " + key) : capital(key),
                        distractors.stream()
                                .map(other -> about
                                        ? capital(sentence.written(phrase, number) + " " + other)
                                        : capital(other))
                                .toList(),
                        1);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The word after the plural that the number counts; {@code noun} itself where there is none. */
    private static int afterNoun(ReadSentence sentence, int noun) {
        int index = noun;
        while (sentence.is(index, PartOfSpeech.ADJ)
                || sentence.is(index, PartOfSpeech.NOUN)
                || sentence.lower(index).equals("-")
                || sentence.lower(index).equals("and")
                        && index > noun
                        && sentence.is(index + 1, PartOfSpeech.NOUN)
                        && Character.isLowerCase(
                                sentence.words().get(index + 1).text().charAt(0))) {
            if (NOT_COUNTED.contains(sentence.lower(index))) {
                return noun;
            }
            index++;
        }
        while (index > noun && sentence.is(index - 1, PartOfSpeech.ADJ)) {
            index--; // "left 40 people dead"
        }
        boolean plural = index > noun
                && sentence.is(index - 1, PartOfSpeech.NOUN)
                && (!sentence.lower(index - 1)
                                .equals(sentence.words().get(index - 1).lemma())
                        || Set.of("people", "children").contains(sentence.lower(index - 1)));
        return plural ? index : noun;
    }

    /** The first word behind the verb and its auxiliaries. */
    private static int objectOf(Clause clause) {
        int index = clause.verb() + 1;
        while (clause.sentence().is(index, PartOfSpeech.AUX)
                || clause.sentence().is(index, PartOfSpeech.VERB)
                || clause.sentence().is(index, PartOfSpeech.ADV)
                        && !APPROXIMATE.contains(clause.sentence().lower(index))) {
            index++;
        }
        return index;
    }

    private static String asked(Clause clause, String asked) {
        String question = TAIL.matcher(asked)
                .replaceFirst("")
                .replaceAll(asked.contains(" between ") ? "$^" : ANOTHER_NUMBER, "");
        String source = clause.source();
        return source.isEmpty()
                ? question + "?"
                : source + question.substring(0, 1).toLowerCase(Locale.ROOT) + question.substring(1) + "?";
    }
}
