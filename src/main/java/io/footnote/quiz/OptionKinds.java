package io.footnote.quiz;

import io.footnote.language.Lexicon;
import io.footnote.language.PartOfSpeech;
import io.footnote.language.WordNet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two options are of one kind: numbers and dates written alike, names of the same kind of thing that the article
 * names (or countries), or nouns that WordNet has under one heading. Safe for any number of threads.
 */
final class OptionKinds {
    private static final Pattern MONTH = Pattern.compile(
            "\\b(?:January|February|March|April|May|June|July|August" + "|September|October|November|December)\\b");
    private static final Pattern WEEKDAY = Pattern.compile("\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b");
    private static final Pattern NUMBER = Pattern.compile(
            "\\d[\\d,.]*(?<![.,])" + "|(?i:\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b)");
    private static final Pattern MARKED = Pattern.compile(".*[#¤§].*");

    private final Lexicon lexicon;
    private final WordNet words;

    OptionKinds(Lexicon lexicon, WordNet words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    boolean alike(String key, String option, ReadArticle article) {
        String shape = shape(key);
        if (isValue(key) || isValue(option)) {
            return shape.equalsIgnoreCase(shape(option));
        }
        if (Character.isUpperCase(key.codePointAt(0)) || Character.isUpperCase(option.codePointAt(0))) {
            return names(key, option, article);
        }
        Set<String> common = new HashSet<>(words.hypernyms(head(key), PartOfSpeech.NOUN));
        common.retainAll(words.hypernyms(head(option), PartOfSpeech.NOUN));
        return !common.isEmpty();
    }

    /** Whether a text is a number or a date, with what stands beside it. */
    static boolean isValue(String text) {
        return MARKED.matcher(shape(text)).matches();
    }

    /** The text with a mark in the place of each month, weekday and number. */
    private static String shape(String text) {
        String days = WEEKDAY.matcher(MONTH.matcher(text).replaceAll("¤")).replaceAll("§");
        return NUMBER.matcher(days).replaceAll("#");
    }

    private boolean names(String key, String option, ReadArticle article) {
        Entity named = article.entity(key);
        if (named == null || named.kind() == Entity.Kind.OTHER) {
            return false;
        }
        Entity other = article.entity(option);
        if (other == null) {
            String country = lexicon.country(option);
            return named.kind() == Entity.Kind.COUNTRY && option.equalsIgnoreCase(country);
        }
        return other.kind() == named.kind() && !other.key().equals(named.key());
    }

    private String head(String phrase) {
        String last = phrase.substring(phrase.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return words.baseForm(last, PartOfSpeech.NOUN);
    }
}
