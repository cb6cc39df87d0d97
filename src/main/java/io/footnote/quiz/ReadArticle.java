package io.footnote.quiz;

import io.footnote.language.WordNet;
import java.util.List;
import java.util.Locale;

/**
 * An article prepared for questions. Immutable.
 *
 * @param sentences its citable sentences in order
 * @param entities who and what it names, the most mentioned first
 * @param text the whole text, for what the whole article supports
 * @param title its title, which readers see beside every question
 * @param likeness who and what could be taken for whom
 * @param contexts what has to be read before what
 */
record ReadArticle(
        List<ReadSentence> sentences,
        List<Entity> entities,
        String text,
        String title,
        WordNet words,
        Antecedents antecedents,
        Likeness likeness,
        Contexts contexts) {

    /** A shorter name of a country may be the beginning of another word. */
    private static final int LEAST_STEM = 5;

    /** Whether the title states a number or names somebody or something, if only by the adjective of a country. */
    boolean titleStates(String key) {
        Entity named = entity(key);
        String lower = title.toLowerCase(Locale.ROOT);
        if (named == null) {
            return QuizItem.holds(lower, key.toLowerCase(Locale.ROOT));
        }
        if (named.kind() != Entity.Kind.COUNTRY) {
            return QuizItem.holds(title, named.text()) || QuizItem.holds(title, named.last());
        }
        return entities.stream()
                .filter(alias -> alias.key().equals(named.key()))
                .map(alias -> alias.text().replaceFirst("^(?:The|the) ", ""))
                .anyMatch(alias -> QuizItem.holds(title, alias)
                        || alias.length() >= LEAST_STEM
                                && lower.contains(
                                        alias.substring(0, alias.length() - 1).toLowerCase(Locale.ROOT)));
    }

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
