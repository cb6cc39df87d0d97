package io.footnote.quiz;

import io.footnote.language.WordNet;
import java.util.List;

/**
 * An article prepared for questions. Immutable.
 *
 * @param sentences its citable sentences in order
 * @param entities who and what it names, the most mentioned first
 * @param text the whole text, for what the whole article supports
 * @param likeness who and what could be taken for whom
 * @param contexts what has to be read before what
 */
record ReadArticle(
        List<ReadSentence> sentences,
        List<Entity> entities,
        String text,
        WordNet words,
        Antecedents antecedents,
        Likeness likeness,
        Contexts contexts) {

    /** The entity that a phrase names, or null. */
    @org.jspecify.annotations.Nullable
    Entity entity(String phrase) {
        return entities.stream()
                .filter(entity -> entity.text().equals(phrase))
                .findFirst()
                .or(() -> entities.stream()
                        .filter(entity -> entity.isNamedBy(phrase))
                        .findFirst())
                .orElse(null);
    }
}
