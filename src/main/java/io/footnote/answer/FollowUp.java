package io.footnote.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question asks when it leans on the ones before it: "and how many were displaced?" says little alone. Such a
 * question is searched together with those it leans on, back to the last that stands by itself.
 *
 * <p>It leans on what was said before when it opens with a connective and is no whole question about something it names
 * itself, when a pronoun in it has no name to stand for, or
 * when it is hardly more than a question word.
 */
final class FollowUp {
    private static final int FEWEST_WORDS = 3;

    /** From how many words on a question that opens with a connective says enough, if a name is among them. */
    private static final int WHOLE_QUESTION = 6;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}'’-]+");
    private static final Pattern OPENING = Pattern.compile(
            "^(and|but|so|then|also|or|what about|how about|what else|who else|where else)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "this", "that",
            "these", "those", "there", "then", "one", "ones");

    private FollowUp() {}

    /** The words to search for; the question's own where it stands by itself. */
    static String resolve(Question question) {
        StringBuilder resolved = new StringBuilder(question.text());
        List<Turn> turns = question.conversation();
        String current = question.text();
        for (int index = turns.size() - 1; index >= 0 && leans(current); index--) {
            current = turns.get(index).question();
            resolved.insert(0, current + " ");
        }
        return resolved.toString();
    }

    private static boolean leans(String question) {
        List<String> words =
                WORDS.splitAsStream(question).filter(word -> !word.isEmpty()).toList();
        if (OPENING.matcher(question).find()) {
            return words.size() < WHOLE_QUESTION || words.stream().skip(1).noneMatch(FollowUp::isName);
        }
        if (words.size() < FEWEST_WORDS) {
            return words.stream().skip(1).noneMatch(FollowUp::isName);
        }
        return words.stream().anyMatch(word -> PRONOUNS.contains(word.toLowerCase(Locale.ROOT)))
                && words.stream().skip(1).noneMatch(FollowUp::isName);
    }

    private static boolean isName(String word) {
        return Character.isUpperCase(word.codePointAt(0)) && !word.equals("I");
    }
}
