package io.footnote.language;

import java.util.List;

/**
 * A text with its tokens, numbers, dates and names. Immutable.
 *
 * @param text the text
 * @param tokens its tokens in order
 * @param quantities its numbers in order, dates left out
 * @param dates its dates in order
 * @param names its names in order
 */
public record AnnotatedText(
        String text, List<Token> tokens, List<Quantity> quantities, List<DateMention> dates, List<Name> names) {

    /** Copies the lists. */
    public AnnotatedText {
        tokens = List.copyOf(tokens);
        quantities = List.copyOf(quantities);
        dates = List.copyOf(dates);
        names = List.copyOf(names);
    }

    /** What is written from one token to another, both included. */
    public String written(int first, int last) {
        return text.substring(tokens.get(first).start(), tokens.get(last).end());
    }
}
