package io.footnote.retrieval;

import io.footnote.language.AnnotatedText;
import io.footnote.language.DateMention;
import io.footnote.language.Lexicon;
import io.footnote.language.Name;
import io.footnote.language.Quantity;
import io.footnote.language.Token;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a sentence offers what a question asks for, beyond what the question says itself. Keeps no state. */
final class AnswerType {
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|due to|owing to|in order to|so that|as a result|caused? by|causing|led to|therefore|thanks to|reasons?"
                    + "|since|thus|hence|for fear)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PURPOSE =
            Pattern.compile("\\b(?:to|for|after|as|by|with)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEANS = Pattern.compile(
            "\\b(?:by \\w+ing|through|using|via|by means of|with the help|by)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_WORD = Pattern.compile(
            "\\b(?:yesterday|today|tomorrow|tonight|ago|century|centuries|morning|evening|night|afternoon|week|month|year|decade|era|"
                    + "during|after|before|since|until|spring|summer|autumn|winter)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPEECH = Pattern.compile(
            "[\"“”«]|\\b(?:said|says|told|added|argued|claimed|according to|stated|wrote|insisted|warned|believes?|suggest(?:s|ed))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINES = Pattern.compile(
            "\\b(?:is|are|was|were) (?:an?|the|one)\\b|\\b(?:known|called|defined|refers?|means?|consists?|term|stands for)\\b|[(,–—] ?(?:an?|the|or) ",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> BEFORE_PLACES = Set.of(
            "in", "at", "from", "to", "near", "of", "outside", "across", "into", "through", "around", "on", "via",
            "between");
    private static final Set<String> TIME_UNITS =
            Set.of("second", "minute", "hour", "day", "week", "month", "year", "decade", "century");

    private final Lexicon lexicon;

    AnswerType(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** How well the sentence offers that type, in [0, 1]. */
    double offered(QuestionType type, SentenceWords sentence, Set<String> asked) {
        AnnotatedText text = sentence.annotated();
        return switch (type) {
            case PERSON -> person(text, asked);
            case PLACE -> place(text, asked);
            case TIME -> time(text, asked);
            case DURATION -> number(text, asked, quantity -> TIME_UNITS.contains(String.valueOf(quantity.unit())));
            case NUMBER -> number(text, asked, quantity -> asked.contains(keyOf(quantity.unit())));
            case MONEY -> number(text, asked, quantity -> quantity.kind() == Quantity.Kind.MONEY);
            case PERCENT -> number(text, asked, quantity -> quantity.kind() == Quantity.Kind.PERCENT);
            case REASON -> has(REASON, text) ? 1 : has(PURPOSE, text) ? .3 : 0;
            case MANNER -> has(MEANS, text) ? 1 : 0;
            case DEFINITION -> has(DEFINES, text) ? 1 : 0;
            case SPEECH -> has(SPEECH, text) ? 1 : 0;
            case NAME -> newNames(text, asked).isEmpty() ? 0 : 1;
            case POLAR, OTHER -> 0;
        };
    }

    private String keyOf(@Nullable String unit) {
        return unit == null ? "" : lexicon.key(unit);
    }

    private static boolean has(Pattern pattern, AnnotatedText text) {
        return pattern.matcher(text.text()).find();
    }

    private static List<Name> newNames(AnnotatedText text, Set<String> asked) {
        return text.names().stream()
                .filter(name -> name.tokens().stream().noneMatch(token -> asked.contains(token.key())))
                .toList();
    }

    private double person(AnnotatedText text, Set<String> asked) {
        double best = 0;
        for (Name name : newNames(text, asked)) {
            boolean country = lexicon.country(name.text()) != null;
            best = Math.max(best, country ? .3 : name.tokens().size() > 1 ? 1 : .7);
        }
        return best;
    }

    private double place(AnnotatedText text, Set<String> asked) {
        double best = 0;
        for (Name name : newNames(text, asked)) {
            boolean after = name.first() > 0 && afterPreposition(text.tokens(), name.first());
            boolean country = lexicon.country(name.text()) != null;
            best = Math.max(best, after ? 1 : country ? .7 : .3);
        }
        return best;
    }

    private static boolean afterPreposition(List<Token> tokens, int index) {
        String before = tokens.get(index - 1).norm();
        return BEFORE_PLACES.contains(before)
                || (before.equals("the")
                        && index > 1
                        && BEFORE_PLACES.contains(tokens.get(index - 2).norm()));
    }

    private static double time(AnnotatedText text, Set<String> asked) {
        for (DateMention date : text.dates()) {
            if (text.tokens().subList(date.first(), date.last() + 1).stream()
                    .anyMatch(token -> token.isWord() && !asked.contains(token.key()))) {
                return 1;
            }
        }
        return has(TIME_WORD, text) ? .5 : 0;
    }

    private static double number(AnnotatedText text, Set<String> asked, Predicate<Quantity> fitting) {
        double best = 0;
        for (Quantity quantity : text.quantities()) {
            Token token = text.tokens().get(quantity.first());
            if (!asked.contains(token.key()) && quantity.kind() != Quantity.Kind.ORDINAL) {
                best = Math.max(best, fitting.test(quantity) ? 1 : .6);
            }
        }
        return best == 0 && !text.dates().isEmpty() ? .2 : best;
    }
}
