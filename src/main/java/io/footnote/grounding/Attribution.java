package io.footnote.grounding;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words by which a statement says that the article says it: "According to the article, …", "The text states that …". They
 * claim nothing beyond what follows, since support by the article is what is asked for anyway.
 */
final class Attribution {
    private static final String SOURCE = "(?:the|this) (?:article|text|passage|report|story)";

    private static final Pattern LEADING = Pattern.compile("(?i)^\\s*(?:according to " + SOURCE + ",?|as " + SOURCE
            + " (?:says|states|reports|notes|puts it),|" + SOURCE
            + " (?:says|said|states|stated|reports|reported|notes|noted|mentions|mentioned|explains|explained|adds"
            + "|added|writes|wrote) that)\\s+(?=\\S)");

    private Attribution() {}

    /** The claim without such words at its beginning. */
    static String without(String claim) {
        Matcher matcher = LEADING.matcher(claim);
        return matcher.lookingAt() ? claim.substring(matcher.end()) : claim;
    }
}
