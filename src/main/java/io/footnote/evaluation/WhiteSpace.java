package io.footnote.evaluation;

/** White space when texts are compared: Unicode's separators and the control characters that Java counts as such. */
final class WhiteSpace {
    private WhiteSpace() {}

    /** Whether {@code unit} separates words; a no-break space does. */
    static boolean is(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit);
    }

    /** The text with every run of white space as one space and none at either end. */
    static String collapse(String text) {
        StringBuilder collapsed = new StringBuilder(text.length());
        boolean pending = false;
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (is(unit)) {
                pending = !collapsed.isEmpty();
                continue;
            }
            if (pending) {
                collapsed.append(' ');
                pending = false;
            }
            collapsed.append(unit);
        }
        return collapsed.toString();
    }
}
