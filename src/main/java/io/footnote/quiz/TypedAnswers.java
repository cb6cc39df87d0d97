package io.footnote.quiz;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Annotator;
import io.footnote.language.DateMention;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.Token;
import io.footnote.language.WordNet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Grades answers that readers type. Numbers count by value however they are written, dates by what they say, names by
 * their last word and with one letter wrong, countries by any of their names, other words by stem and synonym. Safe for
 * any number of threads.
 */
public final class TypedAnswers {
    /** The longest answer that is read, in UTF-16 units. */
    public static final int LONGEST = 300;

    /** A name from this length on may have one letter wrong. */
    private static final int FORGIVING = 5;

    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "right", "correct");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "wrong", "incorrect");

    private final Annotator annotator;
    private final WordNet wordNet;

    /** @param wordNet knows synonyms */
    public TypedAnswers(Annotator annotator, WordNet wordNet) {
        this.annotator = annotator;
        this.wordNet = wordNet;
    }

    /** Whether what was typed is the item's key, or says the same. */
    public boolean accept(QuizItem item, String typed) {
        String answer = typed.strip().replaceAll("[.!]+$", "");
        if (answer.isEmpty() || answer.length() > LONGEST) {
            return false;
        }
        if (answer.length() == 1
                && Character.isLetter(answer.charAt(0))
                && item.options().size() > 2) {
            return Character.toLowerCase(answer.charAt(0)) - 'a' == item.correct();
        }
        if (item.type() == ItemType.TRUE_FALSE) {
            String word = answer.toLowerCase(Locale.ROOT);
            return item.key().equals(QuizItem.TRUE) ? YES.contains(word) : NO.contains(word);
        }
        return digits(answer).equalsIgnoreCase(digits(item.key()))
                || says(annotator.annotate(answer), annotator.annotate(item.key()));
    }

    /** Without commas within numbers, so that 1,200 and 1200 are the same even where one looks like a year. */
    private static String digits(String text) {
        return text.replaceAll("(?<=\\d),(?=\\d{3})", "");
    }

    private boolean says(AnnotatedText answer, AnnotatedText key) {
        if (!key.dates().isEmpty()) {
            return key.dates().stream().allMatch(date -> answer.dates().stream().anyMatch(given -> same(date, given)));
        }
        if (!key.quantities().isEmpty()) {
            return answer.quantities().size() == key.quantities().size()
                    && key.quantities().stream()
                            .allMatch(wanted -> answer.quantities().stream().anyMatch(wanted::sameValue));
        }
        return nameOrWords(answer, key);
    }

    private static boolean same(DateMention wanted, DateMention given) {
        return wanted.containedIn(given) && !wanted.contradicts(given);
    }

    private boolean nameOrWords(AnnotatedText answer, AnnotatedText key) {
        String country = annotator.lexicon().country(key.text().replaceFirst("^[Tt]he ", ""));
        if (country != null) {
            return country.equals(annotator.lexicon().country(answer.text().replaceFirst("^[Tt]he ", "")));
        }
        List<Token> wanted = content(key);
        List<Token> given = content(answer);
        if (wanted.isEmpty() || given.isEmpty()) {
            return false;
        }
        boolean name = wanted.stream().allMatch(Token::capitalised);
        if (name) {
            // the last name is enough; whatever else is given must belong to the name as well
            return near(given.getLast().norm(), wanted.getLast().norm())
                    && given.stream()
                            .allMatch(word -> wanted.stream().anyMatch(part -> near(word.norm(), part.norm())));
        }
        return wanted.stream().allMatch(word -> given.stream().anyMatch(other -> means(word, other)));
    }

    private List<Token> content(AnnotatedText text) {
        return text.tokens().stream()
                .filter(Token::isWord)
                .filter(token -> !annotator.lexicon().isStopWord(token.norm())
                        && !annotator.lexicon().isTitle(token.norm()))
                .toList();
    }

    private boolean means(Token wanted, Token given) {
        return wanted.key().equals(given.key())
                || Stream.of(PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.ADJ)
                        .anyMatch(tag -> wordNet.synonyms(wordNet.baseForm(wanted.norm(), tag), tag)
                                .contains(wordNet.baseForm(given.norm(), tag)));
    }

    /** Equal, or one letter put in, left out or changed in a word that is long enough. */
    static boolean near(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int length = Math.min(one.length(), other.length());
        if (length < FORGIVING || Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int start = 0;
        while (start < length && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < length - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - start - end <= 1;
    }
}
