package io.footnote.telegram;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What readers write when they want what the button "more" gives. */
final class WordsForMore {
    private static final Pattern END = Pattern.compile("[\\s.!?؟…]+$");
    private static final Set<String> WORDS = Set.of(
            "more",
            "more please",
            "show more",
            "ещё",
            "еще",
            "больше",
            "más",
            "mas",
            "muéstrame más",
            "المزيد",
            "أكثر");

    private WordsForMore() {}

    /** Whether a message says just that. */
    static boolean include(String text) {
        return WORDS.contains(END.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""));
    }
}
