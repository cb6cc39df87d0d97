package io.footnote.quiz;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One question with its options, tied to the sentences that its key rests on. Every item fits a quiz poll of Telegram's.
 * Immutable.
 *
 * @param id the item's fingerprint: the same question on the same fact has the same id
 * @param type what it asks for
 * @param question what is asked, at most {@link #MAX_QUESTION} UTF-16 units
 * @param options 3 or 4 options, or {@link #TRUE} and {@link #FALSE}; distinct, each at most {@link #MAX_OPTION} units
 * @param correct the index of the key among the options, from 0
 * @param explanation why the key is right, at most {@link #MAX_EXPLANATION} units with at most two line feeds
 * @param articleId the article
 * @param evidence the numbers of the sentences that support the key, at least one, from 1
 * @param fact the fact it asks for, see {@link Facts}: what a reader's schedule is kept by
 */
public record QuizItem(
        String id,
        ItemType type,
        String question,
        List<String> options,
        int correct,
        String explanation,
        String articleId,
        List<Integer> evidence,
        String fact) {

    /** The longest question of a poll. */
    public static final int MAX_QUESTION = 300;
    /** The longest option of a poll. */
    public static final int MAX_OPTION = 100;
    /** The longest explanation of a poll. */
    public static final int MAX_EXPLANATION = 200;
    /** The most line feeds in an explanation. */
    public static final int MAX_LINE_FEEDS = 2;
    /** The option that says a statement is true. */
    public static final String TRUE = "True";
    /** The option that says it is not. */
    public static final String FALSE = "False";

    /** @throws IllegalArgumentException when the item breaks one of the limits above or gives its key away */
    public QuizItem {
        options = List.copyOf(options);
        evidence = List.copyOf(evidence);
        requireText("question", question, MAX_QUESTION);
        requireText("explanation", explanation, MAX_EXPLANATION);
        options.forEach(option -> requireText("option", option, MAX_OPTION));
        if (explanation.chars().filter(unit -> unit == '\n').count() > MAX_LINE_FEEDS) {
            throw new IllegalArgumentException("explanation must have at most 2 line feeds");
        }
        boolean binary = type == ItemType.TRUE_FALSE;
        if (binary ? !options.equals(List.of(TRUE, FALSE)) : options.size() < 3 || options.size() > 4) {
            throw new IllegalArgumentException("options of " + type + " do not do: " + options);
        }
        HashSet<String> distinct = new HashSet<>();
        options.forEach(option -> distinct.add(option.strip().toLowerCase(Locale.ROOT)));
        if (distinct.size() != options.size()) {
            throw new IllegalArgumentException("options must be distinct, got " + options);
        }
        if (correct < 0 || correct >= options.size()) {
            throw new IllegalArgumentException("correct must be an index of an option, got " + correct);
        }
        if (evidence.isEmpty() || evidence.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("evidence must name sentences from 1, got " + evidence);
        }
        if (!binary && holds(question, options.get(correct))) {
            throw new IllegalArgumentException("the key must not stand in the question: " + options.get(correct));
        }
    }

    /** The option that is right. */
    public String key() {
        return options.get(correct);
    }

    /** The same item for another fact. */
    public QuizItem withFact(String other) {
        return new QuizItem(id, type, question, options, correct, explanation, articleId, evidence, other);
    }

    /** Whether a text has that phrase as whole words, in any case. */
    static boolean holds(String text, String phrase) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(phrase) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static void requireText(String component, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException(
                    component + " must have 1 to " + longest + " units, got " + value.length());
        }
    }
}
