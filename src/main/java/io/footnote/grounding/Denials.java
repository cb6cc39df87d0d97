package io.footnote.grounding;

import io.footnote.language.AnnotatedText;
import io.footnote.language.Lexicon;
import io.footnote.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a text says that something is not so in whatever way: {@code not}, {@code refused to}, {@code other than}. Wider
 * and less certain than {@link Polarity}, so it is weighed and refuses nothing by itself.
 */
final class Denials {

    /** How many tokens on a denial reaches. */
    private static final int REACH = 7;

    private static final Set<String> PHRASES = Set.of("turn down", "other than", "rather than", "far from");

    private final List<Integer> places = new ArrayList<>();
    private final List<Integer> starts;

    Denials(AnnotatedText text, Lexicon lexicon) {
        List<Token> tokens = text.tokens();
        starts = tokens.stream().map(Token::start).toList();
        for (int index = 0; index < tokens.size(); index++) {
            String key = tokens.get(index).key();
            String next = index + 1 < tokens.size() ? tokens.get(index + 1).norm() : "";
            boolean phrase = PHRASES.contains(key + " " + next)
                    || PHRASES.contains(tokens.get(index).norm() + " " + next);
            if (tokens.get(index).isWord() && (lexicon.isDenial(key) || phrase)) {
                places.add(tokens.get(index).start());
            }
        }
    }

    /** How many there are. */
    int count() {
        return places.size();
    }

    /** Whether an odd number of them stand closely before that place, in UTF-16 units. */
    boolean denies(int place) {
        int token = tokenAt(place);
        long before = places.stream()
                .mapToInt(this::tokenAt)
                .filter(cue -> cue < token && token - cue <= REACH)
                .count();
        return before % 2 == 1;
    }

    private int tokenAt(int place) {
        int index = 0;
        while (index + 1 < starts.size() && starts.get(index + 1) <= place) {
            index++;
        }
        return index;
    }
}
