package io.footnote.grounding;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that a negating prefix makes each other's opposite: clear and unclear. */
final class Opposite {

    private static final List<String> PREFIXES = List.of("un", "in", "im", "ir", "il", "dis", "non");
    /** Shorter words meet by chance: form and inform are told apart by nothing here, so the word must have more. */
    private static final int SHORTEST_WORD = 5;

    private Opposite() {}

    /** The opposite of a word that is among those given, where the word itself is not; null otherwise. */
    static @Nullable String among(Set<String> given, String norm) {
        if (given.contains(norm)) {
            return null;
        }
        for (String prefix : PREFIXES) {
            String with = prefix + norm;
            if (norm.length() >= SHORTEST_WORD && given.contains(with)) {
                return with;
            }
            String without = norm.startsWith(prefix) ? norm.substring(prefix.length()) : "";
            if (without.length() >= SHORTEST_WORD && given.contains(without)) {
                return without;
            }
        }
        return null;
    }
}
