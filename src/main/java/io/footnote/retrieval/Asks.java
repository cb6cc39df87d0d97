package io.footnote.retrieval;

import io.footnote.language.Token;
import java.util.List;

/** The words a question asks with. */
enum Asks {
    WHO,
    WHOSE,
    WHEN,
    WHERE,
    WHY,
    WHICH,
    HOW_MANY,
    HOW_MUCH,
    HOW_LONG,
    /** How, before a verb. */
    HOW_DID,
    /** How, before another word. */
    HOW,
    /** What, before a form of "be". */
    WHAT_IS,
    /** What, before a form of "do" or "have". */
    WHAT_DID,
    /** What, before another word, mostly the noun that is asked for. */
    WHAT,
    /** No such word. */
    NONE;

    /** By the first interrogative, at the offset {@code interrogative}, and the word after it. */
    static Asks of(List<Token> question, int interrogative) {
        for (int index = 0; index < question.size(); index++) {
            if (question.get(index).start() == interrogative) {
                String next =
                        index + 1 < question.size() ? question.get(index + 1).norm() : "";
                return of(question.get(index).norm(), next);
            }
        }
        return NONE;
    }

    private static Asks of(String word, String next) {
        boolean verb = switch (next) {
            case "do", "does", "did", "has", "have", "had" -> true;
            default -> false;
        };
        boolean be = switch (next) {
            case "is", "are", "was", "were" -> true;
            default -> false;
        };
        return switch (word) {
            case "who", "whom" -> WHO;
            case "whose" -> WHOSE;
            case "when" -> WHEN;
            case "where" -> WHERE;
            case "why" -> WHY;
            case "which" -> WHICH;
            case "what" -> be ? WHAT_IS : verb ? WHAT_DID : WHAT;
            case "how" ->
                switch (next) {
                    case "many" -> HOW_MANY;
                    case "much" -> HOW_MUCH;
                    case "long", "old" -> HOW_LONG;
                    default -> be || verb ? HOW_DID : HOW;
                };
            default -> NONE;
        };
    }
}
