package io.footnote.quiz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says what is mechanically wrong with an item, by the item and the article's text alone: it shares no code with what
 * makes items. Numbers, names and words are told apart here by their letters.
 */
final class ItemChecker {
    private static final Pattern NUMBER =
            Pattern.compile(".*\\d.*|(?i:(?:about |nearly |almost |over )?(?:two|three|four|five"
                    + "|six|seven|eight|nine|ten|eleven|twelve))");

    private final List<String> problems = new ArrayList<>();

    /**
     * The problems of one item, none where it is sound.
     *
     * @param sources the sentences it rests on
     * @param article the article's whole text
     */
    static List<String> problems(QuizItem item, List<String> sources, String article) {
        ItemChecker checker = new ItemChecker();
        checker.form(item);
        if (item.options().size() == 2) {
            checker.statement(item, plain(String.join(" ", sources)));
        } else {
            checker.options(item, plain(String.join(" ", sources)), plain(article));
        }
        return checker.problems;
    }

    /** Which items ask the same, or say what another one from the same sentence asks for. */
    static List<String> problemsBetween(List<QuizItem> items) {
        ItemChecker checker = new ItemChecker();
        for (QuizItem item : items) {
            for (QuizItem other : items) {
                boolean oneSentence = item.explanation().equals(other.explanation());
                if (item != other && oneSentence) {
                    String asked = plain(item.question());
                    checker.require(!item.key().equals(other.key()), "the same key twice: " + asked);
                    checker.require(
                            !asked.contains(plain(other.key()))
                                    || other.options().size() == 2,
                            "gives another item away: " + asked);
                }
                checker.require(item == other || !item.question().equals(other.question()), "asked twice");
            }
        }
        return checker.problems;
    }

    private void form(QuizItem item) {
        require(item.question().length() <= 300, "question too long");
        require(item.explanation().length() <= 200, "explanation too long");
        require(item.explanation().split("\n", -1).length <= 3, "explanation has too many lines");
        Set<String> distinct = new HashSet<>();
        for (String option : item.options()) {
            require(!option.isBlank() && option.length() <= 100, "option too long or empty: " + option);
            require(distinct.add(plain(option)), "option twice: " + option);
        }
        require(item.options().size() >= 2 && item.options().size() <= 4, "number of options");
        require(item.options().size() != 2 || item.options().equals(List.of("True", "False")), "two options");
        require(item.correct() >= 0 && item.correct() < item.options().size(), "no such option is correct");
    }

    private void statement(QuizItem item, String sources) {
        String statement = plain(item.question().substring(item.question().indexOf('?') + 1));
        boolean covered = covers(sources, statement);
        require(covered == item.options().get(item.correct()).equals("True"), "statement and sources disagree");
    }

    private void options(QuizItem item, String sources, String article) {
        String key = item.options().get(item.correct());
        require(!plain(item.question()).contains(" " + plain(key).strip() + " "), "the key stands in the stem");
        require(covers(sources, lastWord(key)), "no source has the key " + key);
        boolean number = NUMBER.matcher(key).matches();
        for (String option : item.options()) {
            require(NUMBER.matcher(option).matches() == number, "options of two kinds: " + option);
            require(number || Character.isUpperCase(option.codePointAt(0)), "no name: " + option);
        }
        if (item.question().contains("_____")) {
            String gap = item.question().substring(item.question().indexOf(": ") + 2);
            for (String option : item.options()) {
                String filled = plain(gap.replace("_____", option)).strip();
                require(option.equals(key) || !article.contains(filled), "the article says so too: " + option);
            }
        }
    }

    private static String lastWord(String key) {
        return plain(key.substring(key.lastIndexOf(' ') + 1));
    }

    /** Whether every word of the claim stands in the text. */
    private static boolean covers(String text, String claim) {
        Set<String> words = new HashSet<>(List.of(text.strip().split(" ")));
        return words.containsAll(List.of(claim.strip().split(" ")));
    }

    /** Lower case, nothing but letters, digits and single spaces, one at either end; 1,200 is 1200. */
    private static String plain(String text) {
        return " "
                + text.replaceAll("(?<=\\d)[,.](?=\\d)", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .toLowerCase(Locale.ROOT)
                        .strip()
                + " ";
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
