package io.footnote.language;

import java.util.List;

/**
 * A run of capitalised words that names somebody or something. Immutable.
 *
 * @param first the index of its first token
 * @param last the index of its last token, at least {@code first}
 * @param tokens its capitalised tokens in order, at least one; connecting words such as {@code of} are left out
 */
public record Name(int first, int last, List<Token> tokens) {

    /** @throws IllegalArgumentException when there is no token */
    public Name {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("tokens must not be empty");
        }
    }

    /** The name as a reader writes it. */
    public String text() {
        return String.join(" ", tokens.stream().map(Token::surface).toList());
    }

    /** The first letters of its words in lower case, what its acronym would be. */
    public String initials() {
        StringBuilder initials = new StringBuilder();
        for (Token token : tokens) {
            initials.appendCodePoint(token.norm().codePointAt(0));
        }
        return initials.toString();
    }
}
