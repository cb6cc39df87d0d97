package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The claim has no marks that a reader would follow although nothing was checked behind them: numbers that look like
 * markers of sources, addresses of the web, and user names. Allowed where the evidence has the same ones.
 */
final class ForeignMarkRule implements Rule {
    /** In brackets of any kind but round ones, and the small raised digits. */
    private static final String MARKER =
            "[\\[\\uFF3B\\u3010\\u3014\\u2045\\u27E6][\\s\\d,;*†‡^–-]*[\\]\\uFF3D\\u3011\\u3015\\u2046\\u27E7]|[⁰¹²³⁴-⁹]+";

    /** With a scheme or without; a user name as messengers turn it into a link. */
    private static final String ADDRESS =
            "\\w++://[^\\s)\\]>]+|(?<![\\w.-])(?:[\\w-]{1,63}+\\.)++\\p{L}{2,24}+(?:/[^\\s)\\]>]*)?|(?<!\\w)@\\w++";

    private static final Pattern MARK =
            Pattern.compile(MARKER + "|" + ADDRESS, Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        return MARK.matcher(claim.text().text())
                .results()
                .map(MatchResult::group)
                .map(mark -> mark.toLowerCase(Locale.ROOT))
                .distinct()
                .filter(mark -> evidence.sentences().stream()
                        .map(AnnotatedText::text)
                        .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(mark)))
                .map(mark ->
                        Finding.missing("\"" + shorten(mark) + "\" looks like a source and is not in the evidence"))
                .toList();
    }

    private static String shorten(String mark) {
        return mark.length() <= 60 ? mark : mark.substring(0, 57) + "...";
    }
}
