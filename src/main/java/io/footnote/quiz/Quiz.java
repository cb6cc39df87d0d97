package io.footnote.quiz;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Items from one article. Immutable.
 *
 * @param items in the order they are to be asked
 * @param asked how many were wanted, at least as many as there are items
 * @param fallback why the items were made without the chat model that is configured, or null
 * @param otherLanguage the language that no items can be made of, as a BCP 47 tag, or null
 */
public record Quiz(
        List<QuizItem> items,
        int asked,
        @Nullable String fallback,
        @Nullable String otherLanguage) {

    /** Copies the list. */
    public Quiz {
        items = List.copyOf(items);
    }

    /** Items of an article whose language does. */
    public Quiz(List<QuizItem> items, int asked, @Nullable String fallback) {
        this(items, asked, fallback, null);
    }

    /** None, because of the article's language. */
    static Quiz inOtherLanguage(String language, int asked) {
        return new Quiz(List.of(), asked, null, language);
    }

    /** What a reader should know when there are fewer items than asked for, or an empty text. */
    public String note() {
        if (items.size() >= asked) {
            return "";
        }
        if (!items.isEmpty()) {
            return "The article gives " + items.size() + " good questions, fewer than the " + asked + " asked for.";
        }
        return otherLanguage == null
                ? "The article has no facts that make a good question; try a longer one."
                : "Questions can be made of articles in English only, and this one is in "
                        + Locale.forLanguageTag(otherLanguage).getDisplayLanguage(Locale.ENGLISH) + ".";
    }
}
