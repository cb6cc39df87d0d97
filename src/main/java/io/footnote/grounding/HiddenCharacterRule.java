package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import java.util.List;
import java.util.Locale;

/**
 * The claim shows no other words than the ones that were checked, as characters do that turn the direction of writing,
 * command a terminal, or have no meaning that is agreed on. Allowed where the evidence has the same ones.
 */
final class HiddenCharacterRule implements Rule {

    @Override
    public List<Finding> check(Claim claim, Evidence evidence) {
        return claim.text()
                .text()
                .codePoints()
                .filter(HiddenCharacterRule::isHidden)
                .distinct()
                .filter(character -> evidence.sentences().stream()
                        .map(AnnotatedText::text)
                        .noneMatch(text -> text.indexOf(character) >= 0))
                .mapToObj(character -> Finding.missing(
                        String.format(Locale.ROOT, "hidden character U+%04X is not in the evidence", character)))
                .toList();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> !Character.isWhitespace(character);
            case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> turnsText(character);
        };
    }

    private static boolean turnsText(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
