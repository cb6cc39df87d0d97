package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import java.util.List;
import java.util.Locale;

/**
 * The claim turns no text round: characters that override the direction of writing show a reader other words than the
 * ones that were checked. Allowed where the evidence has the same ones.
 */
final class HiddenCharacterRule implements Rule {

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        return claim.text()
                .text()
                .chars()
                .filter(HiddenCharacterRule::turnsText)
                .distinct()
                .filter(character -> evidence.sentences().stream()
                        .map(AnnotatedText::text)
                        .noneMatch(text -> text.indexOf(character) >= 0))
                .mapToObj(character -> Finding.missing(
                        String.format(Locale.ROOT, "hidden character U+%04X is not in the evidence", character)))
                .toList();
    }

    private static boolean turnsText(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
